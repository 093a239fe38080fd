"""All services over one database, opened and closed together."""

from __future__ import annotations

from assessment.reporting.worker import PrintingWorker
from assessment.services.assessments import AssessmentService
from assessment.services.computing import Computing
from assessment.services.exchange import ExchangeService
from assessment.services.frameworks import FrameworkService
from assessment.services.questionnaire import QuestionnaireService
from assessment.services.questionnaires import LibraryService
from assessment.services.reports import ReportService
from assessment.services.results import ResultService
from assessment.services.roadmap import RoadmapService
from assessment.services.setup import SetupService
from assessment.services.shelf import Shelf
from assessment.settings import Settings
from assessment.store import Store, open_store


class Plumbline:
    """The use cases of an open database. Safe to use from many threads."""

    def __init__(self, settings: Settings, store: Store) -> None:
        shelf = Shelf(store=store, questionnaires_folder=settings.questionnaires_folder)
        self._store = store
        self.frameworks = FrameworkService(shelf)
        self._worker = PrintingWorker()
        self.library = LibraryService(shelf, settings.data_folder, self._worker)
        self.assessments = AssessmentService(shelf, settings.sample_file)
        self.setup = SetupService(shelf)
        self.questionnaire = QuestionnaireService(shelf)
        self.exchange = ExchangeService(shelf)
        computing = Computing(shelf)
        self.results = ResultService(computing)
        self.roadmap = RoadmapService(computing)
        self.reports = ReportService(self.results, self.roadmap, settings.data_folder, self._worker)

    def warm_up(self) -> None:
        """Start the printing process, so that the first PDF need not wait for it. Returns at once."""
        self._worker.warm_up()

    def close(self) -> None:
        """Stop printing and close the database, so that other processes may open it. Closing twice is harmless."""
        self.library.close()
        self.reports.close()
        self._worker.close()
        self._store.close()


def open_plumbline(settings: Settings) -> Plumbline:
    """Open the database, migrating it first with a backup before.

    Raises StoreUnavailable when it is in use, damaged, newer, not writable, or cannot be reached.
    """
    store = open_store(settings.database_url, settings.data_folder)
    try:
        return Plumbline(settings, store)
    except BaseException:
        store.close()
        raise
