/** A child of an element; nothing is rendered for `undefined`, `false` and `null`. Strings become text, never HTML. */
export type Child = Node | string | undefined | false | null;

/** Attributes and listeners. `class` and `data-*` are attributes; keys that start with `on` are event listeners. */
export type Props = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element with its attributes, listeners and children. Inline styles are refused, since the page's policy is. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setProps(element, props);
  append(element, children);
  return element;
}

/** Sets attributes and listeners as `h` does; `false` and `undefined` remove an attribute. */
export function setProps(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value === undefined || value === false) element.removeAttribute(name);
    else if (name === 'style') throw new TypeError('Style elements through panel.css.');
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Adds the children that are something. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined && child !== null && child !== false) {
      parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    }
  }
}

/**
 * Replaces what a container holds and keeps the keyboard where it was: elements are matched by their `data-key`.
 * When the focused element is gone, `fallback` takes the focus, so that it never falls back to the page.
 */
export function replaceContent(container: HTMLElement, fallback: HTMLElement, ...children: Child[]): void {
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest<HTMLElement>('[data-key]')?.dataset.key;
  container.replaceChildren();
  append(container, children);
  if (!focused) return;
  const again =
    key === undefined ? null : container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  (again ?? fallback).focus({ preventScroll: again !== null });
}
