import type { QuantityFact } from '../../facts/fact';
import type { SourceIndex } from './source-index';

/** So many letters before a number the word may stand that halves it. */
const halfReach = 20;
const half = /\bhalf (?:of )?(?:an? |one |the |your |my |his |her |those |these )?$/i;

/** "Half of the twenty-five": true where a source says an amount in two steps. */
export function isHalfOfSaid({ value, unit }: QuantityFact, sources: readonly SourceIndex[]): boolean {
  return sources.some((source) =>
    source.segments.some(({ sentences }) =>
      sentences.some(({ quantities }) =>
        quantities.some(
          (said) =>
            said.value === 2 * value &&
            (said.unit.code === unit.code || said.unit.dimension === 'none') &&
            half.test(source.text.slice(Math.max(0, said.start - halfReach), said.start)),
        ),
      ),
    ),
  );
}
