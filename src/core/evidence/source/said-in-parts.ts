import type { SourceIndex } from './source-index';

/** So many letters lie between the two ends of a range that is said in parts. */
const reach = 30;

/** True when a source says both ends of a range one right after the other: "an hour, hour and a half" for 1–1.5 h. */
export function isSaidInParts(
  low: number,
  high: number,
  unit: string,
  sources: readonly SourceIndex[],
): boolean {
  if (high <= low) return false;
  return sources.some(({ segments }) =>
    segments.some(({ sentences }) => {
      const said = sentences.flatMap(({ quantities }) => quantities).filter((one) => one.unit.code === unit);
      return said.some((first) =>
        said.some(
          (last) =>
            first.value === low &&
            last.value === high &&
            last.start >= first.end &&
            last.start - first.end <= reach,
        ),
      );
    }),
  );
}
