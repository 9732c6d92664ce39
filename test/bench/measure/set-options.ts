import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/**
 * Reads `--set NAME --examples K` of a benchmark with annotated sets.
 * @param sets names of the sets; those that are not called `dev` are for testing
 * @throws UsageError for an unknown set, and for examples of one that is for testing
 */
export function readSetOptions(
  args: readonly string[],
  sets: readonly string[],
): { sets: readonly string[]; examples: number } {
  const { values } = parseArgs({
    args: [...args],
    options: { set: { type: 'string', default: 'all' }, examples: { type: 'string', default: '0' } },
  });
  if (values.set !== 'all' && !sets.includes(values.set)) {
    throw new UsageError(`No set is called ${values.set}. There are: ${sets.join(', ')}, all.`);
  }
  if (!/^\d+$/.test(values.examples)) {
    throw new UsageError(`--examples needs a whole number, not “${values.examples}”.`);
  }
  const wanted = values.set === 'all' ? sets : [values.set];
  const examples = Number(values.examples);
  if (examples > 0 && wanted.some((set) => set !== 'dev')) {
    throw new UsageError(
      'Examples are shown of --set dev alone: who has read the test set can no longer measure with it.',
    );
  }
  return { sets: wanted, examples };
}
