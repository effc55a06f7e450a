"""The theme's two pictures, drawn anew by `make pictures`: favicon and social card.

They speak of no subject. A chronology that wants its own puts it under docs/, at the same address.
"""

from playwright.sync_api import sync_playwright

from generator.pipeline import THEME
from tests.support.browser import BROWSER, serve

FAVICON, CARD = "assets/images/favicon.png", "assets/chronology/card.png"
_SIGN = (
    '<path d="M3 8.5h18M3 15.5h18" stroke="#1b1a17"/><path d="M16.5 2.5l-9 19" stroke="#a8390b"/>'
)
_GROUND = """<style>
@font-face { font-family: Display; src: url(assets/chronology/fonts/serif-display.woff2); }
@font-face { font-family: Text; src: url(assets/chronology/fonts/serif-text.woff2); }
body { margin: 0; background: #fbfaf7; color: #1b1a17; } svg { display: block; fill: none; }
main { display: flex; gap: 72px; align-items: center; margin: 0 80px; block-size: 546px;
  border-block: 12px solid; position: relative; inset-block-start: 30px; }
h1 { font: 86px/1.08 Display; letter-spacing: -.015em; margin: 0 0 28px; }
p { font: 34px/1.35 Text; color: #4d4a43; margin: 0; }
</style>"""
_PICTURES = {
    FAVICON: (48, 48, f'<svg viewBox="-1 -1 26 26" stroke-width="3">{_SIGN}</svg>'),
    CARD: (
        1200,
        630,
        f"""<main><svg viewBox="2 1 20 22" width="300" stroke-width="1.9">{_SIGN}</svg>
        <div><h1>One event.<br>Several accounts.</h1>
        <p>Who says what, where, and since when<br>we know it: side by side.</p></div></main>""",
    ),
}


def main() -> None:
    """Draw them into the theme."""
    with serve(THEME) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        for path, (width, height, picture) in _PICTURES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(_GROUND + picture)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=THEME / path)
        browser.close()


if __name__ == "__main__":
    main()
