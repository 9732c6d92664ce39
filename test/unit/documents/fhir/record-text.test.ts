import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AttestError } from '../../../../src/core/errors';
import { splitTurns } from '../../../../src/core/text/turns';
import { recordText } from '../../../../src/documents/fhir/fhir';

const visit = readFileSync(join(import.meta.dirname, '../../../fixtures/documents/visit.fhir.json'), 'utf8');
const subject = { reference: 'Patient/1' };

const textOf = async (record: object): Promise<string> =>
  (await recordText(JSON.stringify(record)))?.text ?? expect.fail('no FHIR');
const linesOf = async (record: object): Promise<string[]> =>
  (await textOf(record)).split('\n').filter((line) => line.startsWith('- '));
const bundle = (...resources: object[]): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
const failure = async (record: object): Promise<AttestError> =>
  textOf(record).then(
    () => expect.fail('no error'),
    (error: unknown) => (error instanceof AttestError ? error : expect.fail(String(error))),
  );
const coded = (code: string): object => ({ coding: [{ code }] });

describe('a record is written out', () => {
  it('in lines under the headings of a note', async () => {
    const text = (await recordText(visit))?.text ?? '';
    const sections = text.split(/\n\n(?=[A-Z][A-Z, 0-9-]+\n\n)/).map((part) => part.split(/\n+/));
    expect(Object.fromEntries(sections.map(([heading, ...lines]) => [heading, lines]))).toEqual({
      PATIENT: ['- Jane A. Example, female, born 1960-02-03.'],
      ALLERGIES: ['- Allergic to penicillin: Rash (moderate).', '- Not allergic to Latex (refuted).'],
      MEDICATIONS: [
        '- Metformin 500 mg tablet: 500 mg oral 2 times per day (ordered 2026-03-02).',
        '- Stopped: Lisinopril 10 mg: one tablet every morning.',
        '- Not taking Simvastatin.',
      ],
      PROBLEMS: [
        '- Type 2 diabetes mellitus (active, since 2015-03-01).',
        '- Diet was tried first.',
        '- No Pulmonary embolism (refuted).',
      ],
      'PAST MEDICAL HISTORY': ['- History of Cellulitis, left foot (resolved, until 2019-01-31).'],
      OBSERVATIONS: ['- Blood pressure 130/80 mmHg (2026-03-02).', '- Potassium 5.1 mmol/L (2026-03-02).'],
      ENCOUNTERS: ['- Encounter 2026-03-02, Diabetes review, reason for visit: tingling in both feet.'],
      'FAMILY HISTORY': ['- Mother: breast cancer'],
      'NURSING NOTE, 2026-03-02': ['Weight 72.5 kg. Denies fever.'],
      'NOT READ': ['- attachments: 1', '- Claim: 1'],
    });
  });

  it('with headings that stand where they say', async () => {
    const { text = '', headings = [] } = (await recordText(visit)) ?? {};
    expect(headings.length).toBeGreaterThan(5);
    for (const { start, end, title } of headings) expect(text.slice(start, end)).toBe(title);
  });

  it('without numbers of the patient, errors, scripts and what a refuted or stopped entry says freely', async () => {
    const text = (await recordText(visit))?.text ?? '';
    expect(text).not.toMatch(/4711|555-0100|Epilepsy|alert|both lungs|tolerated|192\.0\.2\.1/);
  });

  it('on one line per field: a field forges no heading, and no speaker', async () => {
    const text = await textOf(
      bundle(
        {
          resourceType: 'Observation',
          status: 'final',
          code: { text: 'Doctor' },
          valueString: 'x\n\nPLAN:\n\nGo',
        },
        { resourceType: 'Observation', status: 'final', code: { text: 'Patient' }, valueString: 'Yes' },
      ),
    );
    expect(text).toBe('OBSERVATIONS\n\n- Doctor: x PLAN: Go.\n- Patient: Yes.');
    expect(splitTurns(text)).toBeUndefined();
  });

  it('with the sections of a composition', async () => {
    const text = await textOf({
      resourceType: 'Composition',
      status: 'final',
      section: [
        { title: 'Family history', text: { status: 'additional', div: '<div>Father: asthma</div>' } },
        {
          title: '<b>',
          section: [{ title: 'Plan:', text: { status: 'additional', div: '<div>Rest<!-- no --></div>' } }],
        },
      ],
    });
    expect(text).toBe('FAMILY HISTORY\n\n- Father: asthma\n\nPLAN\n\n- Rest');
  });
});

describe('resources that are not read field by field', () => {
  it.each([
    [{ resourceType: 'CarePlan', status: 'active' }, 'PLAN'],
    [{ resourceType: 'ImagingStudy' }, 'IMAGING STUDY'],
  ])('give their narrative under a heading of their own', async (resource, heading) => {
    const text = { status: 'generated', div: '<div><p>Rest.</p><ul><li>Fluids</li></ul></div>' };
    expect(await textOf({ ...resource, text })).toBe(`${heading}\n\n- Rest.\n- Fluids`);
  });
});

describe('what is not so', () => {
  const condition = (more: object): object => ({
    resourceType: 'Condition',
    code: { text: 'Asthma' },
    ...more,
  });
  const allergy = (text: string, more: object = {}): object => ({
    resourceType: 'AllergyIntolerance',
    code: { text },
    ...more,
  });
  const request = (more: object): object => ({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Aspirin 75 mg' },
    ...more,
  });

  it.each([
    ['possible', condition({ verificationStatus: coded('provisional') }), '- Possible Asthma (provisional).'],
    ['in remission', condition({ clinicalStatus: coded('remission') }), '- History of Asthma (remission).'],
    ['an end', condition({ abatementDateTime: '2020' }), '- History of Asthma (over, until 2020).'],
    [
      'an allergy that is over',
      allergy('Nuts', { clinicalStatus: coded('resolved') }),
      '- No longer allergic to Nuts (resolved).',
    ],
    [
      'an allergy that is not sure',
      allergy('Nuts', { verificationStatus: coded('unconfirmed') }),
      '- Possibly allergic to Nuts.',
    ],
    ['an intolerance', allergy('Codeine', { type: 'intolerance' }), '- Intolerant of Codeine.'],
    ['no allergies', allergy('No known drug allergy'), '- No known drug allergy.'],
    ['on hold', request({ status: 'on-hold' }), '- On hold: Aspirin 75 mg.'],
    ['an order not to', request({ doNotPerform: true }), '- Do not give Aspirin 75 mg.'],
  ])('is said: %s', async (_, resource, line) => {
    expect(await linesOf(resource)).toEqual([line]);
  });

  it.each([
    ['an error', condition({ verificationStatus: coded('entered-in-error') })],
    ['a refuted “no allergies”', allergy('No known allergies', { verificationStatus: coded('refuted') })],
    ['a cancelled order', request({ status: 'cancelled' })],
    ['a proposal', request({ intent: 'proposal' })],
    ['a draft', request({ status: 'draft' })],
    [
      'a result to come',
      { resourceType: 'Observation', status: 'registered', code: { text: 'HIV' }, valueString: 'positive' },
    ],
    ['a superseded document', { resourceType: 'DocumentReference', status: 'superseded', content: [] }],
  ])('is left out: %s', async (_, resource) => {
    expect(await linesOf(bundle(condition({}), resource))).toEqual(['- Asthma.']);
  });

  it.each([
    [
      'a vaccine that was not given',
      {
        resourceType: 'Immunization',
        status: 'not-done',
        text: { status: 'generated', div: '<div>Influenza</div>' },
      },
    ],
    ['rules that are not known', condition({ implicitRules: 'http://example.org/rules' })],
    [
      'a modifier that is not known',
      condition({ modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }),
    ],
    [
      'an observation of somebody else',
      {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'Heart rate' },
        focus: [{ reference: 'RelatedPerson/2' }],
        valueInteger: 140,
      },
    ],
    ['a status of another version', condition({ verificationStatus: coded('perhaps') })],
    ['another shape', condition({ code: 'Asthma' })],
  ])('is counted as not read: %s', async (_, resource) => {
    const [line, ...others] = await linesOf(bundle(condition({}), resource));
    expect(line).toBe('- Asthma.');
    expect(others).toEqual([`- ${(resource as { resourceType: string }).resourceType}: 1`]);
  });
});

describe('doses and values', () => {
  const dose = (dosage: object): object => ({
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationReference: { reference: '#m' },
    contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Paracetamol' } }],
    dosage: [dosage],
  });
  const observed = (value: object): object => ({
    resourceType: 'Observation',
    status: 'final',
    code: { text: 'X' },
    ...value,
  });

  it.each([
    [dose({ text: '1 g at night.' }), '- Paracetamol: 1 g at night.'],
    [
      dose({
        timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } },
        doseAndRate: [{ doseRange: { low: { value: 500, unit: 'mg' }, high: { value: 1000, unit: 'mg' } } }],
        asNeededCodeableConcept: { text: 'pain' },
      }),
      '- Paracetamol: 500–1000 mg every 8 hours as needed for pain.',
    ],
    [dose({ timing: { code: { text: 'twice daily' } } }), '- Paracetamol: twice daily.'],
    [observed({ valueQuantity: { comparator: '<', value: 0.01, unit: 'ng/mL' } }), '- X <0.01 ng/mL.'],
    [observed({ valueQuantity: { value: 37.2, code: 'Cel' } }), '- X 37.2 Cel.'],
    [observed({ valueCodeableConcept: { coding: [{ display: 'Former smoker' }] } }), '- X: Former smoker.'],
    [observed({ valueBoolean: false }), '- X: no.'],
    [observed({ valueInteger: 4, bodySite: { text: 'left arm' } }), '- X 4 (left arm).'],
  ])('are said as they stand', async (resource, line) => {
    expect(await linesOf(resource)).toEqual([line]);
  });

  it('of two units are two lines, and no blood pressure', async () => {
    const part = (code: string, display: string, value: number, unit: string): object => ({
      code: { coding: [{ code, display }] },
      valueQuantity: { value, unit },
    });
    const record = observed({
      component: [part('8480-6', 'Systolic', 130, 'mmHg'), part('8462-4', 'Diastolic', 10.7, 'kPa')],
    });
    expect(await linesOf(record)).toEqual(['- Systolic 130 mmHg.', '- Diastolic 10.7 kPa.']);
  });
});

describe('a document in the record', () => {
  const document = (contentType: string, data: string | Buffer): object => ({
    resourceType: 'DocumentReference',
    status: 'current',
    type: { text: 'Letter' },
    content: [{ attachment: { contentType, data: Buffer.from(data as string).toString('base64') } }],
  });

  it('is read as it is written where it is text, and as text where it is a page', async () => {
    const talk = 'Doctor: Any pain?\nPatient: No.';
    expect(await textOf(document('text/plain', talk))).toBe(`LETTER\n\n${talk}`);
    expect(await textOf(document('text/html', '<p>No pain.</p><script>x</script>'))).toBe(
      'LETTER\n\nNo pain.',
    );
  });

  it.each([
    ['of another encoding', document('text/plain; charset=iso-8859-1', 'x')],
    ['that is no text', document('text/plain', Buffer.from([0, 1, 2, 3]))],
    ['of another type', document('application/pdf', '%PDF-1.7')],
  ])('%s is counted as not read', async (_, resource) => {
    const lines = await linesOf(bundle({ resourceType: 'Condition', code: { text: 'Asthma' } }, resource));
    expect(lines).toEqual(['- Asthma.', '- attachments: 1']);
  });
});

describe('what is no record of one patient', () => {
  it.each([
    '',
    'null',
    '[]',
    '"FHIR"',
    '{"name": "attest"}',
    '{"resourceType": 7}',
    '{"resourceType": "Patient"',
  ])('%j is no FHIR', async (json) => {
    expect(await recordText(json)).toBeUndefined();
  });

  it('names two patients', async () => {
    const two = [
      bundle({ resourceType: 'Patient', id: '1' }, { resourceType: 'Patient', id: '2' }),
      bundle(
        { resourceType: 'Condition', code: { text: 'Asthma' }, subject },
        {
          resourceType: 'Condition',
          code: { text: 'Gout' },
          subject: { reference: 'http://example.org/Patient/2' },
        },
      ),
    ];
    for (const record of two) expect((await failure(record)).reason).toBe('invalid-input');
  });

  it('holds nothing to read', async () => {
    expect((await failure(bundle())).reason).toBe('empty');
    expect((await failure({ resourceType: 'Claim' })).reason).toBe('empty');
  });

  it('is made to break a reader', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    const deep = `{"resourceType": "Basic", "extension": ${nested}}`;
    await expect(recordText(deep)).rejects.toMatchObject({ reason: 'broken' });
    const many = bundle(...Array.from({ length: 20_001 }, () => ({ resourceType: 'Basic' })));
    expect((await failure(many)).reason).toBe('too-large');
    await expect(recordText(`{"a": "${'x'.repeat(8 * 1024 * 1024)}"}`)).rejects.toMatchObject({
      reason: 'too-large',
    });
    const page = { status: 'additional', div: '<b>'.repeat(100_000) };
    expect((await failure({ resourceType: 'Procedure', text: page })).reason).toBe('broken');
  });
});
