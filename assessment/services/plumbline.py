"""All services over one database, opened and closed together; and the one that is open in this process."""

from __future__ import annotations

import threading
import time

from assessment.errors import AssessmentError, StoreUnavailable
from assessment.reporting.worker import PrintingWorker
from assessment.services.accepting import AcceptingService
from assessment.services.access import AccessService
from assessment.services.accounts import AccountService
from assessment.services.agenda import AgendaService
from assessment.services.answer_sheets import AnswerSheetService
from assessment.services.answering import AnsweringService
from assessment.services.asked import AskedService
from assessment.services.assessments import AssessmentService
from assessment.services.beside import Besides
from assessment.services.bin import BinService
from assessment.services.comparing import ComparisonService
from assessment.services.computing import Computing
from assessment.services.copies import CopyService
from assessment.services.curves import CurveService
from assessment.services.documents import DocumentService
from assessment.services.door import DoorService
from assessment.services.erasing import ErasingService
from assessment.services.evidence import EvidenceService
from assessment.services.exchange import ExchangeService
from assessment.services.frameworks import FrameworkService
from assessment.services.hands import HandsService
from assessment.services.jobs import remove_printed_before
from assessment.services.journal import JournalService
from assessment.services.layouts import LayoutService
from assessment.services.minutes import MinutesService
from assessment.services.noted import NotedService
from assessment.services.organisations import OrganisationService
from assessment.services.passwords import Passwords
from assessment.services.plans import PlanService
from assessment.services.portfolio import PortfolioService
from assessment.services.portfolio_files import PortfolioFileService
from assessment.services.projecting import ProjectorService
from assessment.services.provider import ProviderService
from assessment.services.reach import ReachService
from assessment.services.register import RegisterService
from assessment.services.reports import ReportService
from assessment.services.repository import Repository
from assessment.services.results import ResultService, RoadmapService
from assessment.services.rooms import RoomService
from assessment.services.running import RunningService
from assessment.services.setup import SetupService
from assessment.services.sheets import SheetService
from assessment.services.summaries import Summaries
from assessment.services.survey_sheets import SurveySheets
from assessment.services.surveys import SurveyService
from assessment.services.texts import TextService
from assessment.services.verifying import VerifyingService
from assessment.services.versions import VersionService
from assessment.services.voting import VotingService
from assessment.settings import Settings, read_settings
from assessment.store import Store, open_store


class Plumbline:
    """The use cases of an open database. Safe to use from many threads."""

    def __init__(self, settings: Settings, store: Store, passwords: Passwords | None = None) -> None:
        repository = Repository(store, settings.questionnaires_folder)
        computing = Computing(repository)
        besides = Besides(computing)
        self._store = store
        self._worker = PrintingWorker()
        self.access = AccessService(repository)
        self.accounts = AccountService(repository, passwords)
        self.door = DoorService(repository)
        self.provider = ProviderService(settings.provider, store)
        self.asked = AskedService(repository)
        self.frameworks = FrameworkService(repository, self._worker)
        self.assessments = AssessmentService(repository, Summaries(computing), settings.sample_file)
        self.bin = BinService(repository)
        self.journal = JournalService(repository)
        self.copies = CopyService(repository, settings.copies_kept)
        self.setup = SetupService(repository)
        self.answering = AnsweringService(repository)
        self.agenda = AgendaService(computing)
        self.accepting = AcceptingService(repository)
        self.hands = HandsService(repository)
        self.evidence = EvidenceService(repository)
        self.rooms = RoomService(repository)
        self.voting = VotingService(repository)
        self.noted = NotedService(repository)
        self.exchange = ExchangeService(repository)
        self.organisations = OrganisationService(repository)
        self.layouts = LayoutService(repository, self._worker)
        self.results = ResultService(computing, besides)
        self.roadmap = RoadmapService(computing)
        self.curves = CurveService(computing)
        self.comparing = ComparisonService(computing)
        self.plans = PlanService(computing)
        self.portfolio = PortfolioService(computing)
        self.portfolio_files = PortfolioFileService(repository, self.portfolio, self._worker)
        self.minutes = MinutesService(computing)
        self.projector = ProjectorService(repository, self.door.pulse)
        self.reach = ReachService(repository, settings.phones_port)
        self.register = RegisterService(repository)
        self.running = RunningService(computing)
        self.sheets = SheetService(computing)
        self.verifying = VerifyingService(computing, self._worker, besides)
        self.versions = VersionService(computing)
        self.documents = DocumentService(computing, self.exchange, besides)
        self.answer_sheets = AnswerSheetService(computing)
        self.texts = TextService(computing)
        self.reports = ReportService(computing, self._worker, besides)
        self.surveys = SurveyService(repository)
        self.survey_sheets = SurveySheets(repository)
        self.erasing = ErasingService(repository, settings.data_folder)

    @property
    def database(self) -> str:
        """Which database is open."""
        return self._store.called

    def warm_up(self) -> None:
        """Start the printing process, so that the first PDF need not wait for it. Returns at once."""
        self._worker.warm_up()

    def close(self) -> None:
        """Keep what phones sent, stop printing and close the database, so that other processes may open it.

        Closing twice is harmless.
        """
        self.door.close()
        self.curves.close()
        self.frameworks.close()
        self.reports.close()
        self._worker.close()
        self._store.close()


def open_plumbline(settings: Settings, passwords: Passwords | None = None) -> Plumbline:
    """Open the database, migrating it first with a backup before. `passwords` are hashed as pwdlib recommends.

    Raises StoreUnavailable when it is in use, damaged, newer, not writable, or cannot be reached.
    """
    store = open_store(settings.database_url, settings.data_folder)
    remove_printed_before(settings.data_folder)
    try:
        return Plumbline(settings, store, passwords)
    except BaseException:
        store.close()
        raise


_LOCK = threading.Lock()
_OPEN: list[Plumbline] = []


SECONDS_BETWEEN_TRIES = 5.0
_FAILED: list[tuple[float, AssessmentError]] = []
"""When the database was last tried, and why it could not be opened."""


def open_current() -> Plumbline:
    """Open the database of this process's settings, once, for pages and routes; later calls give the same."""
    with _LOCK:
        if not _OPEN:
            _FAILED.clear()
            try:
                _OPEN.append(open_plumbline(read_settings()))
            except AssessmentError as error:
                _FAILED.append((time.monotonic(), error))
                raise
        return _OPEN[0]


def current() -> Plumbline:
    """The Plumbline that is open in this process. One that could not be opened is tried again now and then.

    Raises StoreUnavailable, with the reason, when none is.
    """
    try:
        return _OPEN[0]
    except IndexError:
        pass
    with _LOCK:
        failed = _FAILED[0] if _FAILED else None
    if failed is None:
        raise StoreUnavailable("it is not open", "Start Plumbline again with 'make run'.")
    if time.monotonic() - failed[0] < SECONDS_BETWEEN_TRIES:
        raise failed[1].with_traceback(None)
    return open_current()


def close_current() -> None:
    """Close what `open_current` opened; nothing happens when nothing is open."""
    with _LOCK:
        _FAILED.clear()
        while _OPEN:
            _OPEN.pop().close()
