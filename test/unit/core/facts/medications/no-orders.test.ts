import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../check-in';
import { saidIn } from './orders-in';

const visit = (told: string): string => `Doctor: ${told}\nPatient: okay\nDoctor: see you in spring`;

describe('what is held', () => {
  it.each([
    'let me watch you with the symbicort breathe out then in slow and hold it',
    'with your albuterol take a deep breath and hold it for ten seconds',
    'hold your breath after each puff of the tiotropium',
  ])('is a breath: %s', (text) => {
    expect(saidIn(text).join()).not.toContain('hold');
  });

  it.each(['the warfarin, hold it for five days', 'we hold the metformin for the scan'])(
    'is a medicine: %s',
    (text) => {
      expect(saidIn(text).join()).toContain('hold');
    },
  );
});

describe('when something else began', () => {
  it('is no order to begin', () => {
    expect(saidIn('Ankle swelling since starting amlodipine in May')).toEqual(['amlodipine']);
    expect(saidIn('Dizzy after beginning tamsulosin')).toEqual(['tamsulosin']);
    expect(
      contradictionsOf(
        'Nausea since starting metformin in June.',
        visit('stop the metformin and take the gliclazide'),
      ),
    ).toEqual([]);
  });

  it('leaves what is ordered', () => {
    expect(saidIn('Starting amlodipine 5 mg daily')[0]).toContain('start');
  });
});

describe('a list that begins with what is stopped, in speech without marks', () => {
  it('gives what has a dose and a frequency of its own', () => {
    const [naproxen, tramadol] = saidIn('stop the naproxen tramadol fifty every six hours as you need it');
    expect(naproxen).toContain('stop');
    expect(tramadol).not.toContain('stop');
  });

  it.each([
    'stop the naproxen and the tramadol fifty every six hours',
    'stop the naproxen tramadol and the codeine',
    'Stop naproxen 500 mg twice daily, tramadol 50 mg every 6 hours.',
  ])('stops all that is joined to it: %s', (text) => {
    expect(saidIn(text)[1]).toContain('stop');
  });
});
