import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../../src/core/claims/claims';

const texts = (text: string): string[] => claimsOf(text).claims.map((claim) => claim.text);

describe('a list of things of which the same is said', () => {
  it.each([
    [
      'He was not given aspirin or clopidogrel.',
      ['He was not given aspirin', 'He was not given clopidogrel'],
    ],
    [
      'She has not taken ibuprofen or naproxen.',
      ['She has not taken ibuprofen', 'She has not taken naproxen'],
    ],
    ['He did not receive aspirin or heparin.', ['He did not receive aspirin', 'He did not receive heparin']],
    [
      'He was told to avoid aspirin and ibuprofen.',
      ['He was told to avoid aspirin', 'He was told to avoid ibuprofen'],
    ],
    ['No cough, fever or chills.', ['No cough', 'No fever', 'No chills']],
    [
      'He was started on metformin 500 mg twice daily, lisinopril 10 mg daily and atorvastatin 40 mg at night.',
      [
        'He was started on metformin 500 mg twice daily',
        'He was started on lisinopril 10 mg daily',
        'He was started on atorvastatin 40 mg at night',
      ],
    ],
    ['Na 138, K 4.2, creatinine 88.', ['Na 138', 'K 4.2', 'creatinine 88']],
    ['| Na 138 | K 4.2 | creatinine 88 |', ['Na 138', 'K 4.2', 'creatinine 88']],
    [
      'Vitals: T 38.2 °C, HR 110 bpm, BP 90/60 mmHg, RR 24/min.',
      ['Vitals: T 38.2 °C', 'Vitals: HR 110 bpm', 'Vitals: BP 90/60 mmHg', 'Vitals: RR 24/min'],
    ],
    ['PMH: hypertension, COPD, AF.', ['PMH: hypertension', 'PMH: COPD', 'PMH: AF']],
    ['Family history: asthma, diabetes.', ['Family history: asthma', 'Family history: diabetes']],
    ['Allergies: penicillin (rash), latex', ['Allergies: penicillin (rash)', 'Allergies: latex']],
    ['Allergic to penicillin and sulfa.', ['Allergic to penicillin', 'Allergic to sulfa']],
    [
      'Lisinopril causes cough and hyperkalaemia.',
      ['Lisinopril causes cough', 'Lisinopril causes hyperkalaemia'],
    ],
    [
      'He received IV fluids, ceftriaxone and azithromycin.',
      ['He received IV fluids', 'He received ceftriaxone', 'He received azithromycin'],
    ],
    [
      'Examination revealed bilateral crackles, a raised JVP and ankle oedema.',
      [
        'Examination revealed bilateral crackles',
        'Examination revealed a raised JVP',
        'Examination revealed ankle oedema',
      ],
    ],
    ['Denies fever but has cough and dyspnoea.', ['Denies fever', 'has cough', 'has dyspnoea']],
    ['She denies cough, fever, chills.', ['She denies cough', 'She denies fever', 'She denies chills']],
  ])('is a claim for each, with what is said of them all: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('a list of which something else may be said further on', () => {
  it.each([
    'Not taking aspirin, taking clopidogrel and apixaban.',
    'Negative for fever, chills, positive for cough.',
    'Allergic to penicillin, not aspirin and ibuprofen.',
    'CT: no hemorrhage, old infarct.',
    'No hydronephrosis, gallstones.',
    'He was switched from warfarin to apixaban and bisoprolol.',
    'He takes aspirin instead of warfarin and apixaban.',
    'She takes aspirin rather than warfarin and apixaban.',
    'He refused aspirin and clopidogrel.',
    'She did not have significant nausea or vomiting of blood.',
    'Ramipril is recommended in diabetes and hypertension.',
    '20 % of patients had diabetes and hypertension.',
    'He has anxiety about cancer and stroke.',
  ])('stays whole: %s', (text) => {
    const [claim, ...more] = texts(text);
    expect(more).toEqual([]);
    expect(claim?.replace(/\.$/, '')).toBe(text.replace(/\.$/, ''));
  });
});

describe('clauses that share a subject, or leave words out', () => {
  it.each([
    [
      'Ramipril was increased to 10 mg and amlodipine was stopped.',
      ['Ramipril was increased to 10 mg', 'amlodipine was stopped'],
    ],
    [
      'He was admitted with pneumonia, treated with ceftriaxone and discharged.',
      ['He was admitted with pneumonia', 'He was treated with ceftriaxone', 'He was discharged'],
    ],
    [
      'She was seen by Dr Lee and started on metformin.',
      ['She was seen by Dr Lee', 'She was started on metformin'],
    ],
    [
      'Aspirin was given, clopidogrel withheld and heparin started.',
      ['Aspirin was given', 'clopidogrel withheld', 'heparin started'],
    ],
    ['He developed a rash, so amoxicillin was stopped.', ['He developed a rash', 'amoxicillin was stopped']],
    [
      'Stopped metformin, started insulin and gliclazide.',
      ['Stopped metformin', 'started insulin', 'started gliclazide'],
    ],
    ['Denies smoking and drinks socially.', ['Denies smoking', 'drinks socially']],
    [
      'Metformin was stopped because of acidosis and insulin was started.',
      ['Metformin was stopped because of acidosis', 'insulin was started'],
    ],
    [
      'She was advised to stop aspirin and start clopidogrel.',
      ['She was advised to stop aspirin', 'She was advised to start clopidogrel'],
    ],
  ])('are claims of their own: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    'He never smoked and takes aspirin.',
    'In 2019 he had an MI and is on aspirin.',
    'On admission he was febrile and his BP was 90/60.',
    'Wife reports he drinks and smokes.',
    'He did not take aspirin, nor did he take ibuprofen.',
    'He takes aspirin or uses clopidogrel.',
    'He was thought to be septic and started on ceftriaxone.',
    'She was planned to be admitted and treated with heparin.',
    'He wasn’t admitted and treated with ceftriaxone.',
    'Nobody has a fever and takes aspirin.',
  ])('stay whole where what the first says may hold for the second: %s', (text) => {
    expect(texts(text)).toHaveLength(1);
  });
});

describe('what a mark of doubt stands before', () => {
  it('is asked, and no claim', () => {
    expect(texts('? pneumonia and effusion')).toEqual([]);
    expect(texts('Cough.\n- ? pneumonia')).toEqual(texts('Cough.'));
  });
});
