"""A layout with the contents of its files: what a printer takes, frozen."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.layout.layout import HOUSE_LAYOUT, FilePlace, Layout, LayoutFile


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandFile:
    """A file of a layout with its content."""

    place: FilePlace
    file: LayoutFile
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """A layout, and its files in the order of their places."""

    layout: Layout = HOUSE_LAYOUT
    files: tuple[BrandFile, ...] = ()

    def at(self, place: FilePlace) -> BrandFile | None:
        """The file at a place, if there is one."""
        return next((one for one in self.files if one.place is place), None)


HOUSE_BRAND = Brand()


def stamped_layout(brand: Brand) -> str:
    """What a stamp says of a layout: the hash of its look; nothing for the house's own."""
    return "" if brand.layout.look_hash == HOUSE_LAYOUT.look_hash else brand.layout.look_hash
