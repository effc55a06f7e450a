"""The README's picture of the site: `make screenshot`."""

from playwright.sync_api import sync_playwright

from generator.analysis.differences import differences
from generator.validation.check import check
from tests.support.browser import BROWSER, serve
from tests.support.projects import ROOT


def main() -> None:
    """Take the event whose accounts differ most, as the built site shows it."""
    chronology, _ = check(ROOT, ROOT / "events")
    event = max(chronology.events, key=lambda event: len(differences(event)))
    with serve(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 766})
        page.goto(f"{address}events/{event.id}/")
        page.wait_for_timeout(500)
        page.screenshot(path=ROOT / ".github/screenshot.png")
        browser.close()


if __name__ == "__main__":
    main()
