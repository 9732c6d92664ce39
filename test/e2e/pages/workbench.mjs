// VS Code's window as a user sees it: palette, files, side bar, notifications, theme.
import { expectSoon } from './expect-soon.mjs';

const startLimitMs = 60_000;
const paletteLimitMs = 10_000;

export class Workbench {
  /** @param page Playwright's page */
  constructor(page) {
    this.page = page;
  }

  /** Waits until the window is there with Attest in it; with a file or folder of this name, when one is given. */
  async opened(folder) {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: startLimitMs });
    // Contributions come after the window: the palette that opens earlier does not list the extension's commands.
    await this.container('Attest').waitFor({ timeout: startLimitMs });
    if (folder === undefined) return;
    await this.page
      .locator('.explorer-folders-view')
      .getByRole('treeitem', { name: folder })
      .first()
      .waitFor({ timeout: startLimitMs });
  }

  /** Runs a command by its title through the command palette. */
  async runCommand(title) {
    // A file that is still opening takes the focus, and the palette closes under the hand: a person opens it again.
    for (let left = 2; ; left--) {
      await this.page.keyboard.press('F1');
      try {
        return await this.pick(title, `>${title}`, paletteLimitMs);
      } catch (error) {
        if (left === 0) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Opens a file of the workspace by its path through Quick Open. */
  async openFile(relativePath) {
    await this.page.keyboard.press('Control+P');
    const name = relativePath.split('/').pop();
    await this.pick(name, relativePath);
    await this.activeTab(name);
  }

  /** Types into the quick input that is open (or opening) and takes the first entry that holds the text. */
  async pick(entry, typed, timeout) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await input.waitFor({ timeout });
    if (typed !== undefined) await input.fill(typed, { timeout });
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: entry })
      .first()
      .click({ timeout });
  }

  /** Answers the input box that is open (or opening). */
  async answer(text) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await input.waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Answers VS Code's own dialog for folders. */
  async answerFolderDialog(folder) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await input.waitFor();
    // The dialog writes the folder it starts in by itself, also after the first key: typed until it stays.
    const wanted = `${folder}/`;
    const settleMs = 500;
    await expectSoon(
      async () => {
        if ((await input.inputValue()) !== wanted) await input.fill(wanted);
        await this.page.waitForTimeout(settleMs);
        return input.inputValue();
      },
      (value) => value === wanted,
      `the dialog shows ${wanted}`,
    );
    await this.page.locator('.quick-input-widget:visible .quick-input-action .monaco-button').first().click();
  }

  /** The input box or pick list that asks the user something, once its text holds `question`. */
  async asked(question) {
    await this.page.locator('.quick-input-widget:visible', { hasText: question }).waitFor();
  }

  /** The notification that holds the text, once it is shown. */
  async notification(text) {
    const toast = this.page
      .locator('.notifications-toasts .notification-list-item', { hasText: text })
      .first();
    await toast.waitFor({ timeout: 30_000 });
    return toast;
  }

  /** Dismisses every notification. */
  async clearNotifications() {
    await this.runCommand('Notifications: Clear All Notifications');
  }

  /** Text of the status bar entry whose text or description holds the given text, once it is shown. */
  async statusBarItem(text) {
    const item = this.page.locator('.statusbar-item', { hasText: text }).first();
    await item.waitFor({ timeout: 30_000 });
    return (await item.innerText()).trim();
  }

  /** The entry of the activity bar that has this name. */
  container(name) {
    return this.page.locator('.activitybar').getByRole('tab', { name });
  }

  /** Shows a view container of the activity bar by its name. */
  async showContainer(name) {
    const tab = this.container(name);
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  /** Switches the colour theme by its name and waits until it is applied: `vs`, `vs-dark` or `hc-black`. */
  async useTheme(theme, className) {
    await this.runCommand('Preferences: Color Theme');
    await this.pick(theme, theme);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor({ timeout: 15_000 });
  }

  /** Title of the active editor's tab, once it holds the text. */
  async activeTab(text) {
    const tab = this.page.locator('.editor-group-container.active .tab.active', { hasText: text });
    await tab.first().waitFor({ timeout: 15_000 });
    return tab.first().innerText();
  }

  /**
   * Shows the Problems panel, filtered, and gives its rows as text once they are as wanted.
   * @param filter what the rows' message, rule or file holds; the panel draws only what fits, so look for one thing
   * @param wanted tells whether the rows are as they should be; by default there is at least one
   */
  async problems(filter, wanted = (rows) => rows.length > 0) {
    await this.runCommand('Problems: Focus on Problems View');
    await this.page.locator('.panel .monaco-action-bar .viewpane-filter input').fill(filter);
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    return expectSoon(
      async () => (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim()),
      wanted,
      `Problems with “${filter}”`,
    );
  }
}
