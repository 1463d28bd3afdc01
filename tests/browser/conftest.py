"""A browser, and a server over the samples; without a browser all these tests say that they skip."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from kg.commands.building import samples
from kg.pipeline import build
from tests.browser.chromium import PROGRAM, Chromium, Page
from tests.serve.conftest import Server, _serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    store = tmp_path_factory.mktemp("browsed")
    build(samples(), store, pool=lambda: ThreadPoolExecutor(1), built="2024-09-01T12:00:00+00:00")
    with _serving(store) as running:
        yield running


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if PROGRAM is None:
        pytest.skip("no Chromium: apt-get install chromium")
    running = Chromium(tmp_path_factory.mktemp("profile"))
    yield running
    running.close()


@pytest.fixture
def page(browser: Chromium, site: Server) -> Iterator[Page]:
    """A page on a wide screen; after the test it must have called no other host and complained of nothing."""
    opened = browser.page()
    yield opened
    strangers = [url for url in opened.asked if not url.startswith((site.url, "data:", "about:", "blob:"))]
    assert strangers == []
    assert opened.complaints == []
