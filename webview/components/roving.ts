/**
 * Makes a list one stop of the Tab key: arrow keys, Home and End move between its items (`[data-roving]`). What an item
 * holds stays reachable with Tab.
 */
export function roving(list: HTMLElement): void {
  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-roving]')];
  list.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
  });
  list.addEventListener('focusin', (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-roving]');
    if (item) makeStop(items(), item);
  });
  const all = items();
  if (all[0]) makeStop(all, all[0]);
}

function makeStop(items: readonly HTMLElement[], stop: HTMLElement): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}
