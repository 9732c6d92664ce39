// The side panel: Attest's webview in VS Code's side bar. Everything is found by role and name, as a screen reader does.
/* global document, getComputedStyle -- in functions that run in the page */

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

  /** Contrast of the panel's text against what lies behind it, as WCAG 2 computes it: 1 to 21. */
  contrast() {
    return this.frame.locator('body').evaluate(() => {
      const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
      const luminance = (colour) => {
        const [red, green, blue] = channels(colour)
          .slice(0, 3)
          .map((value) => value / 255)
          .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const style = getComputedStyle(document.documentElement);
      const probe = document.createElement('span');
      document.body.append(probe);
      const resolve = (name) => {
        probe.style.color = style.getPropertyValue(name);
        return getComputedStyle(probe).color;
      };
      const behind = luminance(resolve('--vscode-sideBar-background'));
      const text = luminance(getComputedStyle(document.querySelector('main')).color);
      probe.remove();
      return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
    });
  }
}
