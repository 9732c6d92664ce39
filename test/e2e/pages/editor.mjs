// The active text editor: its text, selection, squiggles, hovers and code actions.
/* global document, navigator, NodeFilter -- in functions that run in the page */
import { expectSoon } from './expect-soon.mjs';

export class Editor {
  /** @param page Playwright's page; the clipboard must be granted */
  constructor(page) {
    this.page = page;
    this.root = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Selects the first occurrence of a text, through the find widget. */
  async selectText(text) {
    await this.focus();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('Control+F');
    const input = this.root.locator('.find-widget.visible .find-part textarea').first();
    await input.waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await this.selected((selected) => selected.toLowerCase() === text.toLowerCase());
  }

  /** The selected text once it is as wanted: a link opens the document first and selects a moment later. */
  selected(wanted) {
    return expectSoon(() => this.selectedText(), wanted, 'the selected text');
  }

  /** Selects from the first occurrence of `from` to the end of its line and `lines` further lines. */
  async selectLines(from, lines) {
    await this.selectText(from);
    await this.page.keyboard.press('Home');
    for (let line = 0; line < lines; line++) await this.page.keyboard.press('Shift+ArrowDown');
    await this.page.keyboard.press('Shift+End');
  }

  /** The selected text, read through the clipboard. */
  async selectedText() {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.page.keyboard.press('Control+C');
    return expectSoon(
      () => this.page.evaluate(() => navigator.clipboard.readText()),
      (text) => text !== '',
      'something copied',
      5_000,
    );
  }

  /** Waits until the selection is as wanted: a file opens before its range is revealed. */
  async selectedTextIs(wanted, what) {
    await expectSoon(() => this.selectedText(), wanted, what);
  }

  /** The whole text of the document. */
  async text() {
    await this.focus();
    await this.page.keyboard.press('Control+A');
    const text = await this.selectedText();
    await this.page.keyboard.press('ArrowLeft');
    return text;
  }

  async focus() {
    await this.page.keyboard.press('Control+1');
    await this.root.waitFor();
  }

  /** How many underlined places of a severity (`error`, `warning`, `info`, `hint`) are in view. */
  squiggles(severity) {
    return this.root.locator(`.squiggly-${severity}`);
  }

  /** Hovers over the first occurrence of a text and gives what the hover says, once it holds `wanted`. */
  async hover(text, wanted) {
    await this.selectText(text);
    const place = await this.placeOf(text);
    await this.page.mouse.move(place.x - 30, place.y - 60);
    await this.page.mouse.move(place.x, place.y, { steps: 6 });
    const hover = this.page.locator('.monaco-hover:visible', { hasText: wanted }).first();
    await hover.waitFor({ timeout: 15_000 });
    return hover;
  }

  /** Opens the code actions at a text and takes the one whose title holds `title`. */
  async applyCodeAction(text, title) {
    await this.selectText(text);
    await this.page.keyboard.press('ArrowLeft');
    const action = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    // The menu lists what is known when it opens, so it is opened again until the server has answered.
    await expectSoon(
      async () => {
        await this.page.keyboard.press('Control+.');
        const shown = await action.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
        if (!shown) await this.page.keyboard.press('Escape');
        return shown;
      },
      Boolean,
      `a code action “${title}”`,
    );
    await action.click();
  }

  /** Middle of a text on the screen, in CSS pixels. */
  async placeOf(text) {
    return this.root.locator('.view-lines').evaluate((lines, wanted) => {
      // The editor draws blanks as no-break spaces.
      const plain = (value) => value.replaceAll('\u00a0', ' ');
      for (const line of lines.querySelectorAll('.view-line')) {
        const at = plain(line.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        const middle = at + Math.floor(wanted.length / 2);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          if (middle < before + length) {
            const range = document.createRange();
            range.setStart(node, middle - before);
            range.setEnd(node, middle - before + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          before += length;
        }
      }
      throw new Error(`“${wanted}” is not in view`);
    }, text);
  }
}
