/**
 * The one place that knows @vscode/webview-ui-toolkit, which is deprecated upstream: the panel uses the components
 * below, so another library can take its place here.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDivider,
  vsCodePanelTab,
  vsCodePanelView,
  vsCodePanels,
  vsCodeProgressRing,
  vsCodeTextArea,
} from '@vscode/webview-ui-toolkit';
import type { Button, Checkbox, Panels, TextArea } from '@vscode/webview-ui-toolkit';
import { append, setProps } from './dom';
import type { Child, Props } from './dom';

/** Defines the components; call once, before any is made. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDivider(),
    vsCodePanelTab(),
    vsCodePanelView(),
    vsCodePanels(),
    vsCodeProgressRing(),
    vsCodeTextArea(),
  );
  followTheme();
}

// The toolkit reads the theme's colours when the class of <body> changes, which it does not between two themes of one
// kind (dark to another dark): touching the class makes it read them then, too.
function followTheme(): void {
  new MutationObserver(() => document.body.classList.toggle('theme-read')).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style'],
  });
}

function make<T extends HTMLElement>(tag: string, props: Props, children: readonly Child[]): T {
  const element = document.createElement(tag) as T;
  setProps(element, props);
  append(element, children);
  return element;
}

/** How much a button stands out; `quiet` looks like a toolbar button. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet';

/** A push button. */
export function buttonElement(look: ButtonLook, props: Props, ...children: Child[]): Button {
  const appearance = look === 'quiet' ? 'icon' : look;
  return make<Button>('vscode-button', { appearance, ...props }, children);
}

/** A box that takes several lines of text. */
export interface TextBox {
  element: HTMLElement;
  value: string;
}

/** A labelled text area. `onInput` gets the whole text after each change. */
export function textBox(
  label: string,
  props: Props,
  value: string,
  onInput: (text: string) => void,
): TextBox {
  const area = make<TextArea>('vscode-text-area', props, [label]);
  area.value = value;
  area.addEventListener('input', () => onInput(area.value));
  return {
    element: area,
    get value() {
      return area.value;
    },
    set value(text: string) {
      area.value = text;
    },
  };
}

/** A labelled check box. */
export function checkBox(
  label: string,
  checked: boolean,
  props: Props,
  onChange: (checked: boolean) => void,
): Checkbox {
  const box = make<Checkbox>('vscode-checkbox', props, [label]);
  box.checked = checked;
  // The component sends `change` once while it starts up; only what differs from the last value is a person's doing.
  let last = checked;
  box.addEventListener('change', () => {
    if (box.checked !== last) {
      last = box.checked;
      onChange(box.checked);
    }
  });
  return box;
}

/** A spinning ring, silent to screen readers: the text beside it says what is going on. */
export function progressRing(): HTMLElement {
  const ring = make<HTMLElement>('vscode-progress-ring', {}, []);
  // The component makes itself an assertive alert when it is connected.
  queueMicrotask(() => {
    ring.removeAttribute('aria-live');
    ring.removeAttribute('aria-label');
    ring.setAttribute('role', 'presentation');
    ring.setAttribute('aria-hidden', 'true');
  });
  return ring;
}

/** A line between two parts. */
export function divider(): HTMLElement {
  return make<HTMLElement>('vscode-divider', {}, []);
}

/** A tab with its page. */
export interface TabPage {
  id: string;
  tab: HTMLElement;
  view: HTMLElement;
}

/** Tabs with their pages: arrow keys, Home and End move between them. */
export interface TabStrip {
  element: HTMLElement;
  pages: TabPage[];
  show(id: string): void;
}

/**
 * @param label name of the strip for screen readers
 * @param tabs id, and what the tab shows
 * @param shown the tab to start with
 * @param onChange gets the id after a person chose another tab
 */
export function tabStrip(
  label: string,
  tabs: readonly { id: string; children: Child[] }[],
  shown: string,
  onChange: (id: string) => void,
): TabStrip {
  const pages = tabs.map(({ id, children }) => ({
    id,
    tab: make<HTMLElement>('vscode-panel-tab', { id: `tab-${id}` }, children),
    view: make<HTMLElement>('vscode-panel-view', { id: `view-${id}`, tabindex: 0 }, []),
  }));
  const panels = make<Panels>(
    'vscode-panels',
    { activeid: `tab-${shown}`, 'aria-label': label },
    pages.flatMap(({ tab, view }) => [tab, view]),
  );
  // The component freezes a tab's name when it is connected; what the tab shows, a count too, is its name.
  queueMicrotask(() => {
    for (const { tab } of pages) tab.removeAttribute('aria-label');
  });
  panels.addEventListener('change', (event) => {
    // Text areas and check boxes inside the pages send `change` events that bubble up to here.
    if (event.target === panels) onChange(panels.activeid.replace(/^tab-/, ''));
  });
  return {
    element: panels,
    pages,
    show: (id) => {
      panels.activeid = `tab-${id}`;
    },
  };
}
