/**
 * How sure it is what most samples of one reader say: the share that says so, by the rule of succession (Laplace, 1774). That a
 * reader repeats itself makes nothing certain, so it is never 1: three of three give 0.8, two of three 0.6.
 * @param agreeing of the samples
 * @returns uncalibrated, above 0 and below 1
 */
export function agreement(agreeing: number, samples: number): number {
  return (agreeing + 1) / (samples + 2);
}
