import { summariseVerdicts } from '../../../src/core/verdicts/score';
import type { Verdict } from '../../../src/core/verdicts/verdict';
import type { PanelModel } from '../../../webview/protocol';
import { citation, claim, entry, finding, noteUri, sentence, transcript, withUnread } from './fixture-parts';

const ckd = citation({
  title: 'Chronic kidney disease in adults',
  document: '/clinic/guidelines/ckd.pdf',
  section: ['Management', 'Blood pressure'],
  page: 12,
  quote: 'Metformin is contraindicated when the eGFR is below 30 mL/min/1.73 m².',
});

const hypertension = citation({
  title: 'Hypertension in primary care',
  document: '/clinic/guidelines/hypertension.docx',
  section: ['Drug treatment', 'Step 1'],
  quote:
    'Start lisinopril at 10 mg once daily; in heart failure or renal impairment start at 2.5 mg to 5 mg.',
});

const verdicts: Verdict[] = [
  ...Array<Verdict>(33).fill('supported'),
  'contradicted',
  'contradicted',
  'not-addressed',
  'not-addressed',
  'not-addressed',
  'not-sure',
  'not-scored',
];

/** A panel in full use: every tab holds a result. */
export function fullModel(): PanelModel {
  return {
    server: { kind: 'ready' },
    activeNote: { name: 'visit-1.note.md', uri: noteUri },
    findings: {
      state: 'done',
      value: {
        name: 'visit-1.note.md',
        uri: noteUri,
        report: {
          note: '/clinic/visits/visit-1.note.md',
          profile: 'soap',
          findings: [
            finding({
              fingerprint: 'f-dose',
              rule: 'faithfulness/dose',
              harm: 1,
              also: ['guideline/dose', 'consistency/dose-range'],
              text: '100 mg',
              expected: '10 mg',
              message: 'The note says lisinopril 100 mg; the source says 10 mg.',
              fixes: [{ title: 'Take the source’s value', newText: '10 mg', start: 240, end: 246 }],
            }),
            finding({
              fingerprint: 'f-side',
              rule: 'faithfulness/laterality',
              text: 'left knee',
              expected: 'right knee',
              message: 'The note says left, the source says right for the same knee pain.',
              citations: [
                { ...transcript, quote: 'It’s the right knee that’s been bothering me since the spring.' },
              ],
              fixes: [{ title: 'Take the source’s side', newText: 'right knee', start: 240, end: 249 }],
            }),
            finding({
              fingerprint: 'f-guideline',
              rule: 'guideline/dose',
              axis: 'guideline',
              severity: 'warning',
              text: 'metformin 1000 mg twice daily with eGFR 24',
              message: 'A guideline sets a limit for metformin that this eGFR is below.',
              citations: [ckd, hypertension, { ...ckd, page: 13 }],
            }),
            finding({
              fingerprint: 'f-allergy',
              rule: 'consistency/allergy',
              axis: 'consistency',
              severity: 'warning',
              harm: 1,
              text: 'amoxicillin 500 mg',
              message:
                'Amoxicillin is a penicillin; the note says that the patient is allergic to penicillin.',
              citations: [
                citation({
                  kind: 'note',
                  title: 'visit-1.note.md',
                  document: '/clinic/visits/visit-1.note.md',
                  section: ['Allergies'],
                  quote: 'Penicillin: rash as a child.',
                }),
              ],
            }),
            finding({
              fingerprint: 'f-zero',
              rule: 'style/trailing-zero',
              axis: 'style',
              verdict: 'not-sure',
              severity: 'information',
              harm: 4,
              text: '5.0 mg',
              expected: '5 mg',
              message: 'The point of 5.0 mg is easily missed, and the dose read as 50 mg.',
              citations: [],
              fixes: [{ title: 'Write 5 mg', newText: '5 mg', start: 300, end: 306 }],
            }),
            finding({
              fingerprint: 'f-missing',
              rule: 'faithfulness/value-not-found',
              verdict: 'not-addressed',
              severity: 'hint',
              text: '98.6 °F',
              message: 'The source never mentions a temperature of 98.6 °F.',
              citations: [],
            }),
          ],
          ignored: [finding({ fingerprint: 'f-ignored', text: '72 bpm', message: 'Not in the source.' })],
          statements: verdicts.map((verdict, index) => ({
            start: index * 10,
            end: index * 10 + 9,
            text: 'statement',
            verdict,
            citations: [],
          })),
          scores: { faithfulness: summariseVerdicts(verdicts) },
          sources: ['/clinic/visits/visit-1.transcript.txt'],
          reused: 0,
          seconds: 0.12,
        },
      },
    },
    factCheck: {
      state: 'done',
      value: {
        verdict: 'contradicted',
        statements: [
          claim({
            start: 0,
            end: 46,
            text: 'Lisinopril is started at 20 mg once daily.',
            verdict: 'contradicted',
            explanation:
              'The passage gives **10 mg** once daily as the starting dose; the statement says 20 mg.',
            citations: [hypertension, { ...hypertension, section: ['Drug treatment', 'Dose table'] }, ckd],
          }),
          claim({
            start: 47,
            end: 110,
            text: 'Metformin is contraindicated below an eGFR of 30.',
            verdict: 'supported',
            explanation: 'A passage states the same limit.',
            citations: [ckd],
          }),
          withUnread(
            claim({
              start: 111,
              end: 160,
              text: 'Statins should be taken at night.',
              verdict: 'not-sure',
              explanation: 'Passages on the same topic were found, but none states a time of day.',
              citations: [
                { ...hypertension, quote: 'Offer a statin when the ten-year risk is 10% or more.' },
              ],
            }),
            { ...hypertension, quote: 'Stop the statin when the enzymes are three times the upper limit.' },
          ),
        ],
      },
    },
    faithfulness: {
      state: 'done',
      value: {
        name: 'discharge-summary.md',
        uri: 'file:///clinic/visits/discharge-summary.md',
        sources: ['/clinic/visits/visit-3.transcript.txt'],
        score: 0.7,
        summary: summariseVerdicts([
          ...Array<Verdict>(7).fill('supported'),
          'contradicted',
          'not-addressed',
          'not-sure',
          'not-scored',
        ]),
        sentences: [
          sentence('The patient was admitted with chest pain of two hours.', 'supported'),
          sentence('Troponin peaked at 48 ng/L.', 'contradicted'),
          sentence('She was started on aspirin 81 mg and atorvastatin 80 mg.', 'supported'),
          sentence('Echocardiography showed an ejection fraction of 55%.', 'not-addressed', []),
          sentence('The pain was most likely musculoskeletal.', 'not-sure'),
          {
            ...sentence('Discharge summary', 'not-scored', []),
            reason: 'A heading states nothing to compare.',
          },
        ],
      },
    },
    chat: [
      {
        id: 1,
        question: 'What is the starting dose of lisinopril, and when should it be lower?',
        answer: {
          state: 'done',
          value: {
            refused: false,
            answer:
              '> Start lisinopril at 10 mg once daily; in heart failure or renal impairment start at 2.5 mg to 5 mg. [1]\n\n> Check potassium and creatinine one to two weeks after each change of dose. [2]',
            citations: [
              hypertension,
              { ...ckd, quote: 'Check potassium and creatinine one to two weeks after each change of dose.' },
            ],
          },
        },
      },
      {
        id: 2,
        question: 'Which antivenom for a coral snake bite?',
        answer: {
          state: 'done',
          value: {
            refused: true,
            answer: '',
            citations: [],
            reason: 'The library holds no passage on this. Add a guideline that covers it.',
          },
        },
      },
    ],
    library: {
      state: 'done',
      value: {
        passages: 1334,
        folders: ['/clinic/guidelines', 'C:\\Users\\Dr. O’Neil\\Documents\\Local protocols'],
        documents: [
          entry('Chronic kidney disease in adults', '/clinic/guidelines/ckd.pdf', 'pdf', 1208),
          entry('Hypertension in primary care', '/clinic/guidelines/hypertension.docx', 'docx', 64),
          entry(
            'Acute low back pain: assessment and red flags',
            '/clinic/guidelines/back-pain.html',
            'html',
            38,
          ),
          entry('Warfarin', '/clinic/guidelines/anticoagulation/warfarin.md', 'markdown', 24),
        ],
      },
    },
    lastIndex: {
      documents: 4,
      passages: 1334,
      unchanged: 3,
      indexed: 1,
      removed: 0,
      seconds: 4.24,
      skipped: [
        {
          path: '/clinic/guidelines/scan-2009.pdf',
          reason: 'no-text',
          message: 'The PDF holds pictures of pages but no text.',
          advice: 'Run it through text recognition (OCR) and index again.',
        },
        {
          path: '/clinic/guidelines/board-minutes.pdf',
          reason: 'encrypted',
          message: 'The PDF is protected by a password.',
          advice: 'Save a copy without a password and index again.',
        },
      ],
    },
  };
}

/** A panel just after installation. */
export function emptyModel(): PanelModel {
  return {
    server: { kind: 'ready' },
    findings: { state: 'empty' },
    factCheck: { state: 'empty' },
    faithfulness: { state: 'empty' },
    chat: [],
    library: { state: 'done', value: { documents: [], passages: 0, folders: [] } },
  };
}
