// The side panel: Attest's webview in VS Code's side bar. Everything is found by role and name, as a screen reader does.

export class Panel {
  /** @param workbench the window that the panel is in */
  constructor(workbench) {
    this.workbench = workbench;
    this.frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Shows the panel through the activity bar. */
  async show() {
    await this.workbench.showContainer('Attest');
    await this.frame.getByRole('tablist').waitFor({ timeout: 30_000 });
  }

  /** Shows a tab by its name and gives its tab panel. */
  async tab(name) {
    const tab = this.frame.getByRole('tab', { name });
    await tab.click();
    return this.current(name);
  }

  /** The tab panel of a tab that is (or soon will be) shown. */
  async current(name) {
    const panel = this.frame.getByRole('tabpanel', { name });
    await panel.waitFor({ timeout: 30_000 });
    return panel;
  }
}
