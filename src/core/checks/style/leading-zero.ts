import type { Check } from '../check';
import { advice } from './advice';
import { doseNumbers } from './dose-numbers';

const source = 'The Joint Commission, Official "Do Not Use" List';

/** A dose that begins with its decimal point: ".5 mg" has been read as 5 mg. */
export const styleLeadingZero: Check = {
  rule: 'style/leading-zero',
  axis: 'style',
  reports: 'A dose that begins with its decimal point.',
  harm: 2,
  run(input) {
    return doseNumbers(input)
      .filter(({ token }) => token.text.startsWith('.'))
      .map(({ token }) => {
        const newText = `0${token.text}`;
        return advice(
          token,
          'information',
          `Write ${newText}, not ${token.text}: where the point is overlooked it reads ${token.text.slice(1)} (${source}).`,
          newText,
        );
      });
  },
};
