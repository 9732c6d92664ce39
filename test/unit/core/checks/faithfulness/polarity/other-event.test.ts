import { describe, expect, it } from 'vitest';
import { faithfulnessMedication } from '../../../../../../src/core/checks/faithfulness/medication/medication';
import { faithfulnessSex } from '../../../../../../src/core/checks/faithfulness/sex';
import type { NoteCheck } from '../../../../../../src/core/checks/note-check';
import { contradictionsOf, findingsOf, sourceOf } from '../../../check-in';
import { noteInput } from '../../note-check';

/** What a rule about whole notes contradicts in a note. */
const contradicted = (rule: NoteCheck, note: string, source: string): string[] =>
  rule
    .run({ ...noteInput(note), sources: [sourceOf(source)] })
    .filter(({ verdict }) => verdict === 'contradicted')
    .map(({ message }) => message);

/** Notes that are true of what was said, where the source says something else of another event, side, time or medicine. */
describe('what the source says of something else contradicts nothing', () => {
  it.each([
    [
      'a discharge beside an admission',
      'Discharged 7 March.',
      'Admitted 3 March 2025. He went home after the weekend.',
    ],
    [
      'a scan beside the day of the visit',
      'Scan on 9 May 2025.',
      'Seen in clinic 2 May 2025. The scan is next Friday.',
    ],
    [
      'a year that stands alone',
      'Alzheimer (2017), stroke 2020.',
      "Alzheimer's, diagnosed 2017. Stroke in 2020.",
    ],
    [
      'the other side years before',
      'Right shoulder pain.',
      "Patient: It's the right. The left one I had frozen shoulder, five years ago.",
    ],
    [
      'a side of which all is denied',
      'Swelling and tenderness of right MCP 2 and 3.',
      'Doctor: Left hand, nothing swollen, not tender. Right hand, the second and third knuckles are puffy.',
    ],
    [
      'a side that is named without its part',
      '1. Left aflibercept, three at monthly intervals.',
      'Doctor: So the left, I want to start injections. Aflibercept, three, a month apart. And the right has the next one due in three weeks.',
    ],
    [
      'a label with what is seen behind it',
      'Left shoulder: Healed portals.',
      'Doctor: Your right shoulder hurts. On the right it is tender over the front. Well healed portals on the left.',
    ],
    [
      'an age behind a name',
      'Mia, 22 months, brought by mum with barking cough.',
      "Mum: She's nearly two. She started with a barking cough last night.",
    ],
    [
      'how long ago something else was',
      'PSA 3.8 (3.5 last year, 3.1 two years ago).',
      'Doctor: Your PSA is three point eight. Three point five last year and three point one the year before.\nPatient: I quit smoking nine years ago.',
    ],
    [
      'a range that is said in parts',
      'Swelling within 1-1.5 hours.',
      'Patient: It blew up in an hour, hour and a half.\nDoctor: So swelled within two hours.',
    ],
    [
      'days of a week',
      'He returned on 18 August, three days weekly.',
      'Patient: I was off work three weeks. I went back on the eighteenth of August, three days a week.',
    ],
    [
      'a number that is put right at once',
      'Return if no wet nappy in 6 h.',
      "Doctor: Come back if there's no wet nappy in eight hours... well, let's say six, she's small.\nFather: Okay.",
    ],
    [
      'what two people tell of one time',
      'Dimness of vision for about 1½ years.',
      'Doctor: Since how long?\nPatient: One year. Slowly.\nSon: He says one year, but I think two years.',
    ],
    [
      'the amount of a name that no dictionary has',
      'Paracetamol 1 g QID.',
      'Doctor: Paracetamol a gram four times a day, Zalbotrin five milligrams, ten tablets, only if you need it.',
    ],
    [
      'so many tablets of a strength',
      'Metformin MR, same total dose (2 x 500 mg BD).',
      "Doctor: You're on metformin, one gram twice a day.\nDoctor: We swap the metformin for slow release, same dose.",
    ],
    [
      'a bare number in the unit of the one beside',
      'He remains on mesalazine 4.8 g daily. I have advised him to reduce mesalazine to 2.4 g.',
      "Doctor: Mesalazine four point eight grams?\nPatient: Yeah.\nDoctor: I'd like you to halve the mesalazine to two point four.",
    ],
    [
      'what is advised',
      'Weight loss of 6 kg in 6 months advised.',
      'Doctor: You need to lose six kilos over six months.\nPatient: No weight loss, my weight has gone up.',
    ],
    [
      'a kind of what is there',
      'Early morning wakening (no initial insomnia).',
      "Patient: I fall asleep fine but wake at three. I'm not sleeping.",
    ],
    [
      'a clause behind a dash',
      'No choking or cyanosis - cough pre-dated.',
      'Mother: She had this cough before.\nDoctor: Did she choke?\nMother: No.',
    ],
    [
      'a "no" that somebody says',
      'Photophobia.',
      "Patient: The light hurts.\nDoctor: If it was only conjunctivitis I'd have sent you home, but the photophobia says no.",
    ],
    [
      'a cousin',
      'No cough.',
      'Doctor: Cough, cold, breathing trouble?\nMother: No. His cousin is having cough, not him.',
    ],
    [
      'a test for several things',
      'Flu and COVID swab negative.',
      'Nurse: The swab for flu, COVID and RSV came back negative this morning.',
    ],
    [
      'an examination beside what was before it',
      'EXAM: Pulse 84. No oral ulcers.',
      'Doctor: Mouth sores?\nPatient: One, inside the lip. Gone in four days.\nDoctor: Pulse eighty-four. Mouth looks clean.',
    ],
  ])('%s', (_, note, source) => {
    expect(contradictionsOf(note, source)).toEqual([]);
  });

  it.each([
    ['Discharged 9 March.', 'Doctor: He was discharged on the seventh of March.'],
    [
      'Left ear: drum dull and bulging.',
      "Doctor: The left ear's fine. The right ear, that drum is red and bulging.",
    ],
    [
      'Left knee pain.',
      'Patient: It is my right knee that hurts.\nDoctor: How long has the right knee hurt?',
    ],
    ['Right knee replaced in 2015.', 'Patient: They replaced my left knee in 2015.'],
    ['Paracetamol 500 mg four times a day.', 'Doctor: Paracetamol one gram four times a day.'],
    ['No cough.', 'Doctor: Any cough?\nMother: Yes. His cousin has it too.'],
    ['Flu swab positive.', 'Nurse: The swab for flu came back negative.'],
  ])('“%s” still does not stand', (note, source) => {
    expect(contradictionsOf(note, source)).toHaveLength(1);
  });

  it('offers no side of another part to write', () => {
    const [finding] = findingsOf(
      'Right ankle swollen after the fall.',
      'Patient: My left foot is swollen since the fall.',
    );
    expect(finding?.fixes ?? []).toEqual([]);
  });
});

describe('what a source says of another medicine, or under a condition, contradicts nothing', () => {
  it.each([
    [
      'a stop under a condition',
      'To stop methotrexate if fever or sore throat.',
      "Doctor: Start methotrexate once a week. If you get a fever, don't take it and ring us.",
    ],
    [
      'a medicine that is only named in the condition',
      'Please add omeprazole 20 mg, to be taken only if naproxen is restarted.',
      'Doctor: Stop the naproxen. If you go back on it, take omeprazole twenty with it.',
    ],
    [
      'a part of a combination',
      'STOP lisinopril-HCTZ 20/12.5.',
      "Doctor: You came in on lisinopril hydrochlorothiazide. I want the combo pill gone. I'd start just plain lisinopril, ten.",
    ],
    [
      'an action on something else of the medicine',
      'Stop sachets (reduce nitrofurantoin effect).',
      "Doctor: Take nitrofurantoin for three days. And stop those sachets, the nitrofurantoin doesn't work as well with them.",
    ],
  ])('%s', (_, note, source) => {
    expect(contradicted(faithfulnessMedication, note, source)).toEqual([]);
  });

  it.each([
    ['Stop methotrexate.', 'Doctor: I want you to start methotrexate, once a week.\nPatient: Okay.'],
    ['Start ramipril 2.5 mg.', 'Doctor: Then we stop the ramipril.\nPatient: Okay.'],
  ])('“%s” still does not stand', (note, source) => {
    expect(contradicted(faithfulnessMedication, note, source)).toHaveLength(1);
  });
});

describe('a word that is no title', () => {
  it('tells no sex', () => {
    const told = 'Doctor: Mr Jones was told.\nPatient: Yes.';
    expect(contradicted(faithfulnessSex, 'Drug count near-miss, self-detected.', told)).toEqual([]);
    expect(contradicted(faithfulnessSex, 'Miss Jones was told.', told)).toHaveLength(1);
  });
});
