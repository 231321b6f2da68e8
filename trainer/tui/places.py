"""The places one can go to from anywhere, with two keys or from the palette; see ``commands`` for what a command is."""

from __future__ import annotations

from collections.abc import Container

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class Place(Command):
    """What all places share. ``key`` is pressed after ``g``; ``screen`` is a name in ``routes``."""

    id = "go.place"
    key = "g"
    action = "go"
    footer = N_("go to")
    about = N_("Go to another place: press its letter next")
    screen = ""
    in_footer = False


class ToToday(Place):
    id = "go.today"
    key = "t"
    keys_shown = "g t"
    action = "go_to('today')"
    screen = "today"
    footer = N_("Today")
    about = N_("Go to «Today»")


class ToCatalogue(Place):
    id = "go.catalogue"
    key = "c"
    keys_shown = "g c"
    action = "go_to('catalogue')"
    screen = "catalogue"
    footer = N_("Catalogue")
    about = N_("Go to the catalogue")


class ToProgress(Place):
    id = "go.progress"
    key = "p"
    keys_shown = "g p"
    action = "go_to('progress')"
    screen = "progress"
    footer = N_("Progress")
    about = N_("Go to your progress")


class ToNotebook(Place):
    id = "go.notebook"
    key = "b"
    keys_shown = "g b"
    action = "go_to('notebook')"
    screen = "notebook"
    footer = N_("Bookmarks and notes")
    about = N_("Go to your bookmarks and notes")


class ToSearch(Place):
    id = "go.search"
    key = "f,slash"
    keys_shown = "g f"
    action = "go_to('search')"
    screen = "search"
    footer = N_("Search")
    about = N_("Go to the search")
    in_palette = False


class ToSettings(Place):
    id = "go.settings"
    key = "s"
    keys_shown = "g s"
    action = "go_to('settings')"
    screen = "settings"
    footer = N_("Settings")
    about = N_("Go to the settings")


class ToRegister(Place):
    id = "go.register"
    key = "r"
    keys_shown = "g r"
    action = "go_to('register')"
    screen = "register"
    footer = N_("Register")
    about = N_("Go to the instructor's register")


class ToAssess(Place):
    id = "go.assess"
    key = "a"
    keys_shown = "g a"
    action = "go_to('assess')"
    screen = "assess"
    footer = N_("Assess")
    about = N_("Go to what waits for an assessor")


PLACES: tuple[type[Place], ...] = (
    ToToday,
    ToCatalogue,
    ToProgress,
    ToNotebook,
    ToSearch,
    ToRegister,
    ToAssess,
    ToSettings,
)


def places_in(routes: Container[str]) -> tuple[type[Place], ...]:
    """Those of the places that can be opened."""
    return tuple(place for place in PLACES if place.screen in routes)


class OpenSearch(Command):
    id = "open.search"
    key = "slash"
    action = "search"
    footer = N_("search")
    about = N_("Search lessons and glossaries")
    keys_shown = "/"


class GoTo(Command):
    id = "go"
    key = "g"
    action = "go"
    footer = N_("go to")
    about = N_("Go to another place: press its letter next")
    in_footer = False
    in_palette = False


class ScrollFar(Command):
    """For the help screen: bound by every screen."""

    id = "page.far"
    key = "pagedown"
    action = "scroll_page('page_down')"
    footer = N_("scroll")
    about = N_("Scroll a whole page; «home» and «end» go to its ends")
    keys_shown = N_("PgUp/PgDn")
    in_footer = False
    in_palette = False
