import { describe, expect, it } from 'vitest';
import { foreignLanguage, isPlainlyEnglish, languageReason } from '../../../../src/core/text/language';

describe('the language of a note', () => {
  it.each([
    ['de', 'Die Patientin klagt seit drei Tagen über Husten. Kein Fieber. Lunge beidseits frei.'],
    ['de', 'RR 130/80 mmHg, Puls 72. Zustand nach Appendektomie. Kein Anhalt für eine Thrombose.'],
    ['fr', 'Le patient se plaint de toux depuis trois jours. Pas de fièvre ni de douleur thoracique.'],
    ['es', 'El paciente refiere tos desde hace tres días. Niega fiebre y dolor torácico.'],
    ['nl', 'De patiënt hoest sinds drie dagen en heeft geen koorts. De longen zijn schoon.'],
    ['tr', 'Hasta üç gündür öksürükten şikayetçi. Ateşi yok. Akciğer sesleri doğal.'],
    ['zh', '患者咳嗽三天，无发热，双肺呼吸音清。'],
    ['ja', '咳が三日間続いている。発熱なし。'],
    ['ko', '기침 3일. 발열 없음.'],
    ['it', 'Dolore toracico da tre giorni, nega febbre e vomito.'],
    ['es', 'Niega fiebre y dolor de cabeza, toma metformina con comida.'],
    // Short, with a small word that English does not have.
    ['fr', 'Le patient a 54 ans. Douleur thoracique.'],
    ['de', 'Metformin ist kontraindiziert.'],
    ['de', 'Ramipril wird empfohlen.'],
    ['de', 'Kein Fieber heute.'],
  ])('%s is told from English', async (code, text) => {
    expect(await foreignLanguage(text)).toBe(code);
  });

  it.each([
    'She has had a cough for three days and denies fever. The lungs are clear.',
    // Telegram style, without the small words of prose.
    'BP 130/80, HR 72, RR 16. Lungs clear bilaterally. Metformin 500 mg PO BID. Lisinopril 10 mg daily.',
    'Hypertension. Type 2 diabetes mellitus. Chronic kidney disease stage 3. Gout.',
    'Appendectomy 1988. Cholecystectomy. Amoxicillin: rash.',
    // Vital signs and results, almost without a word.
    'BP 142/88 HR 92 RR 16 SpO2 96% RA T 36.8\nK 5.9 Na 141 Cr 1.1\nCXR NAD. ECG NSR.',
    'HR 92, BP 142/88, RR 16, SpO2 96% RA, T 36.8 C.\nK 5.9, Na 141, Cr 1.1, Hb 11.2.',
    'Noncontributory.',
    'Penicillin.',
    // Three words, one of which another language has as well.
    'Criteria not met.',
    'Goals met today.',
    'Per os intake.',
    'Die after surgery.',
    'He may die.',
    'Met with family.',
    'Para 2 gravida.',
    // Names of diseases, and Latin.
    'Café-au-lait macules. Pes planus. Hallux valgus.',
    'Cor pulmonale, tinea pedis, pruritus ani.',
    'Cor pulmonale. Tinea pedis. Pruritus ani. Genu valgum.',
    'Status post coup-contrecoup injury, grand mal seizure 2019.',
    '',
    '12.5 130/80 ++ -- 98%',
  ])('%j is not called foreign', async (text) => {
    expect(await foreignLanguage(text)).toBeUndefined();
  });

  it('needs no language data for English prose', () => {
    expect(isPlainlyEnglish('The patient presents with a cough that has been there for days.')).toBe(true);
    expect(isPlainlyEnglish('Amoxicillin 500 mg TID.')).toBe(false);
  });

  it('names the language in words', () => {
    expect(languageReason('the note', 'de')).toBe(
      'Language: the note seems to be in German, and Attest reads English only.',
    );
  });
});
