/** When the bundle began to run, on the clock of `performance.now()`: imported first, so that loading counts too. */
export const loadStart = performance.now();
