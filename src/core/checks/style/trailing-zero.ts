import type { Check } from '../check';
import { advice } from './advice';
import { doseNumbers, isAboutMedicine } from './dose-numbers';

const source = 'The Joint Commission, Official "Do Not Use" List';

/**
 * A zero behind the decimal point of a dose: "1.0 mg" has been read as 10 mg. Results and sizes, where the zero shows how
 * precise a value is, are left alone, as the list has it.
 */
export const styleTrailingZero: Check = {
  rule: 'style/trailing-zero',
  axis: 'style',
  reports: 'A zero behind the decimal point of a dose.',
  harm: 2,
  run(input) {
    return doseNumbers(input)
      .filter(({ token, sentence }) => /^[\d,]*\.\d*0$/.test(token.text) && isAboutMedicine(sentence))
      .map(({ token }) => {
        const newText = token.text.replace(/0+$/, '').replace(/\.$/, '');
        const misread = token.text.replace('.', '');
        return advice(
          token,
          'information',
          `Write ${newText}, not ${token.text}: without its point it reads ${misread} (${source}).`,
          newText,
        );
      });
  },
};
