/** When the bundle began to run, on the clock of `performance.now()`: imported first, so that loading counts too. */
export const loadStart = performance.now();

/** The processor's time that the extension host had used by then. */
export const loadStartUsage = process.cpuUsage();
