import { describe, expect, it } from 'vitest';
import { statementRecords, statementSets } from '../../bench/data/written-statements';
import { writtenVisits } from '../../bench/data/written-visits';

const visits = new Set(writtenVisits('dev').map(({ id }) => id));
const turns = /^(?:\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*)?$/;

describe.each(statementSets)('the written statements of %s', (name) => {
  const records = statementRecords(name);

  it('have a text, a label and turns that can be read', () => {
    const faults = records.flatMap(({ visit, statements }) =>
      statements
        .filter(([text, label, , at]) => text.trim() === '' || !/^[scn]$/.test(label) || !turns.test(at))
        .map(([text]) => `${visit}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it('name the turns that show what is right or wrong', () => {
    const faults = records.flatMap(({ visit, statements }) =>
      statements.filter(([, label, , at]) => label !== 'n' && at === '').map(([text]) => `${visit}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  it('are about visits that are there', () => {
    const own = records.filter(({ set }) => set === 'written-visits');
    expect(own.filter(({ visit }) => !visits.has(visit)).map(({ visit }) => visit)).toEqual([]);
  });
});

describe('the written statements', () => {
  it('are about other visits where they test than where rules are written by them', () => {
    const dev = new Set(statementRecords('dev').map(({ visit }) => visit));
    expect(statementRecords('test').filter(({ visit }) => dev.has(visit))).toEqual([]);
  });
});
