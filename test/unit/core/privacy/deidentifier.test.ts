import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';
import { unmark } from '../../../bench/deidentification/read';
import { processorTime } from '../../../support/processor-time';

const note =
  'Mr. Roe (MRN 00482913) was seen on 14 March 2026. Call him at 555-867-5309 or jane.roe@example.org.';
const weeks = (count: number) => new Deidentifier(7 * count);

describe('taking identifiers out', () => {
  it('puts a placeholder for each, and another day for a date', () => {
    expect(weeks(10).hide([note])).toEqual([
      'Mr. [NAME-1] (MRN [RECORD-1]) was seen on 23 May 2026. Call him at [PHONE-1] or [EMAIL-1].',
    ]);
  });

  it('gives the same name the same placeholder, in every text and in every call', () => {
    const one = weeks(4);
    expect(one.hide(['Dr. Okafor examined him.', 'Okafor stopped the ramipril.'])).toEqual([
      'Dr. [NAME-1] examined him.',
      '[NAME-1] stopped the ramipril.',
    ]);
    expect(one.hide(['Ask Okafor, not Dr. Lindqvist.'])).toEqual(['Ask [NAME-1], not Dr. [NAME-2].']);
  });

  it('moves all dates by the same days, so that the time between them stays', () => {
    const [hidden = ''] = weeks(5).hide(['Admitted 2026-01-30, discharged 2026-02-03, seen Feb 3rd.']);
    expect(hidden).toBe('Admitted 2026-03-06, discharged 2026-03-10, seen Mar 10th.');
  });

  it('leaves alone what tells nothing of a person', () => {
    const clinical = [
      'Blood pressure 132/84, pulse 72, potassium 5.1 mmol/L, HbA1c 8.1%.',
      'Metformin 500 mg twice daily; Parkinson disease since 2019, stage 2/4 murmur.',
      'Grade 3/5 strength. Take 1-2 tablets every 4-6 hours for 7-10 days.',
      'Dose: 75 mcg. Next visit in 3 months, on Monday.',
    ];
    expect(weeks(4).hide(clinical)).toEqual(clinical);
  });

  it.each([
    ['initials', 'J.R. is a 45-year-old welder.', 'J.R'],
    ['a last name that is a word, before its first name', 'Name: MACKINTOSH, EUPHEMIA', 'MACKINTOSH'],
    ['a typist', 'Dictated by Dr Roe, typed by kl.', 'kl'],
    ['a first name that is a word', "Hope's mother called.", 'Hope'],
    ['a dictated name', 'my son mark drove, and mr. young waited.', 'mark', 'young'],
    ['a day in words', 'Seen on the twenty-third of October 2026.', 'twenty-third', 'October'],
    ['a feast', 'Fell on Christmas Eve 2025.', 'Christmas', '2025'],
    ['a month alone', 'Well since May.', 'May'],
    ['letters before a number', 'Hospital No: RX 448812. Plate: KLT 4482.', 'RX', '448812', 'KLT'],
    ['a house without a street', 'Of 8 Kingsgate, Durham DH1 9ZZ.', '8', 'Kingsgate', 'Durham'],
    ['a number that comes last', 'Home: Via Roma 12.', 'Roma', '12'],
    ['a dictated house', 'i live at twenty seven chestnut grove.', 'twenty', 'chestnut'],
    ['a postcode in a field', '{"city":"Ballarat","postalCode":"3350"}', 'Ballarat', '3350'],
    ['a day without a year', 'Admit 11/04, d/c 11-09, scan 28/10.', '11/04', '11-09', '28/10'],
    ['a day that is read out', 'my date of birth is twelve three fifty one.', 'twelve', 'fifty'],
    ['a day of another language', 'Geboren 3. März 1941, cita el 4 de enero de 2027.', 'März', 'enero'],
    ['a day of the month alone', 'He fell on the ninth and came in.', 'ninth'],
    ['a name in a dictated text', 'yes sudha came. peter okoro drove.', 'sudha', 'peter', 'okoro'],
    ['a dictated last name that is a word', 'room six is martin bishop had his scan', 'martin', 'bishop'],
    ['who somebody is behind a comma', 'Ring the nurse, Carol, or Precious, carer.', 'Carol', 'Precious'],
    ['a first name that is a day', 'Patient: Friday Okonkwo    Sex: M', 'Friday', 'Okonkwo'],
    ['a first name that is cut short', 'Signed, Ma. Corazon Reyes', 'Ma', 'Corazon'],
    ['a name with a particle', 'Notify: Elena de los Santos', 'Elena', 'los', 'Santos'],
    ['a name somebody is asked for', 'hello is it will or william\nwilliam', 'will', 'william'],
    ['a ward by its side', 'Ward 3 South, late shift. 5 East rm 4.', '3', 'South', '5', 'East'],
    ['a ward by its name', 'Admitted to Kingfisher Ward, bed 2.', 'Kingfisher'],
    ['a dictated ward', 'handover willow unit, late shift', 'willow'],
    ['a dictated hospital', 'she came from derby royal yesterday', 'derby', 'royal'],
    ['a home in lower case', 'A place at Gwel Teg nursing home.', 'Gwel', 'nursing home'],
    ['a school whose place is a kind too', 'Thornbury Park Primary School', 'Thornbury', 'School'],
    ['a day that no mark closes', 'she comes on the seventeenth room two is free', 'seventeenth'],
    ['a day with a point', 'Creatinine 2.3 on 17.08, then 1.9.', '17', '08'],
    ['a day that something starts', 'Aspirin restart 4/8. Covered as of 11/18.', '4/8', '11/18'],
    ['a year of this century in words', 'date of birth three twenty two thousand and four', 'three', 'four'],
    ['a number with letters before it', 'Gethin Rees (K204 7713) rang.', 'K204', '7713'],
    ['a postcode under its heading', 'surname,dob,postcode\nNguyen,1960-02-03,3056', '3056'],
    [
      'cells with quotes around commas',
      'ward,patient,call_id\n"Medical A, bay 2","Okoro, Ada",118-204417',
      'Medical A',
      'Okoro',
      '204417',
    ],
    ['a name that is read out', 'spelled m-a-r-s-h, or f i n c h.', 'm', 'f'],
    ['a first name that is a word, before its last', 'Please see Bluebell Harcourt.', 'Bluebell'],
    ['a name behind a role', 'Seen by HCA Blessing.', 'Blessing'],
    ['a number that is read out', 'my hospital number is four four one nine oh two.', 'four', 'nine'],
    ['a number of India', 'Ph 098480 55512, UHID APJ1.0012245518, PAN ABCPK4471L.', '098480', '0012245518'],
    ['a number of Germany', 'KV-Nr. M 447 118 902. Tel. 0251/555-0177.', '447', '0177'],
    ['a number of Nigeria', 'Card UITH/11/20918, GSM 08035550144.', '20918', '08035550144'],
    ['a number of Australia', 'IHI 8003 6080 0004 4117, mob 07 4655 5011.', '4117', '5011'],
    ['a house of India', 'H.No. 8-2-120/77, Banjara Hills, Hyderabad - 500034.', '77', 'Banjara', '500034'],
    ['a house of Germany', 'Wohnhaft Lindenallee 12a, 48143 Münster.', '12a', '48143', 'Münster'],
    ['a postcode that is read out', "i'm at l twenty two six q a.", 'twenty', 'q'],
    ['a page without its beginning', 'See noursplumbing.example/contact.', 'noursplumbing'],
    [
      'a firm, a school and a surgery',
      'A welder with Harland & Wolff; St Bede’s High School; Beacon Lane Surgery.',
      'Harland',
      'Wolff',
      'Bede',
      'Beacon',
    ],
    ['an employer that is dictated', 'she is a dispatcher with yellow cab of tulsa.', 'yellow', 'tulsa'],
    ['an age over 89', 'Mr Roe, 97, and a 93 y.o. F; she is ninety-two years old.', '97', '93', 'ninety'],
    ['the cells of a table', 'Bed|Name|Age|Hosp no\n1|ABARA Chinonso|94|8840-11', 'ABARA', '94', '8840'],
    [
      'the fields of a form',
      'Surname: English   First names: Summer Rose\nTown: Hull',
      'English',
      'Rose',
      'Hull',
    ],
    ['a list between commas', 'surname,forename,mrn\nHope,Faith,44718', 'Hope', 'Faith', '44718'],
    [
      'a number of no kind',
      'MDCN 44718, 2026/11824, ticket INC0044718, 44-7182/09.',
      '44718',
      '11824',
      '7182',
    ],
    ['number plates', 'Driver of Transit WX71 KLT; his ute (rego S447 BKT).', 'WX71', 'KLT', 'BKT'],
    ['user names', 'Login is jsmith447, insta @gracey.nw, gamertag xX_Vex_Xx.', 'jsmith447', 'gracey', 'Vex'],
    [
      'an age in other words',
      'Mum d. 94, her aunt is in her nineties, aet. 92, F/95.',
      '94',
      'nineties',
      '92',
      '95',
    ],
    [
      'a day by its number',
      'Booked thurs 19th, off till 14th, seen 06/11 and 12/11.',
      '19th',
      '14th',
      '06',
      '12',
    ],
    ['two days of a month', 'Away 12-14 June, then 9. bis 12. November 2026.', '12', '14', 'June', '9'],
    ['a house of South Africa', 'Of 14 Voortrekker Weg, Paarl 7646.', '14', 'Paarl', '7646'],
    ['a flat of Singapore', 'Blk 447 Jalan Rumah Tinggi #08-112, S150447', '447', 'Tinggi', '08', 'S150447'],
    [
      'a house of the Philippines',
      'Unit 12-B, Mabini Residences, Brgy. Pinyahan, Quezon City 1100',
      '12',
      'Mabini',
      '1100',
    ],
    [
      'a villa of the Gulf',
      'Villa 18, Al Wasl Road, Jumeirah 2, Dubai. PO Box 44718',
      '18',
      'Wasl',
      'Dubai',
      '44718',
    ],
    ['a plot of Kenya', 'Stays at Plot 17, Kawangware, off Naivasha Road.', '17', 'Kawangware', 'Naivasha'],
    ['a village of Pakistan', 'House 12, Street 4, Mohalla Islampura, Chak 204 RB', '12', 'Islampura', '204'],
    ['a house by its number', 'I attended 27 Gilesgate at noon.', '27', 'Gilesgate'],
    ['a dictated flat', 'they are at flat six, beech house, marsh road.', 'six', 'beech', 'marsh'],
    ['who says who it is', 'hello its grace from norwood, blessings mum', 'grace', 'norwood', 'blessings'],
    ['a line without capitals', 'Seen today.\n1. zsuka side room 2 - eating well', 'zsuka'],
    ['a name by age and sex', 'Bed 3 Rose, 80F, heart failure.', 'Rose'],
    ['the names of an e-mail address', 'Grace said so. grace.young@example.org', 'Grace'],
    ['a sign-off', 'Kind regards\nGrace', 'Grace'],
    ['a reference line', 'Seen today.\nRS/kmb', 'RS', 'kmb'],
    ['a name in quotes', 'Veteran Cornelius "Bud" Ostrander.', 'Bud'],
    ['who is greeted', 'Kia ora Mere, thanks for seeing him.', 'Mere'],
    ['a last name that is a word', 'Reviewed by Dr Lim Kah Hoe, consultant.', 'Hoe'],
    ['whose wife it is', 'Rukmini W/o Late Puttaswamy, 72 Y', 'Puttaswamy'],
    [
      'a place behind a word for it',
      'Fell at Fir Tree and went to Green Country Dental.',
      'Fir',
      'Green',
      'Dental',
    ],
    ['a firm in capitals', 'EASTERN SHORE IMAGING CENTER', 'EASTERN', 'SHORE'],
    ['where somebody serves', 'Of the 3rd Battalion, 7th Marines.', '3rd', '7th'],
    ['digits and letters that are said', 'q q one two three four five six c.', 'q', 'two', 'six'],
    ['a number of Singapore', 'Home 6555 0112, ext 4471.', '6555', '0112', '4471'],
    [
      'a name that is a word, by what it does',
      'nurse patience did it, and mr wray said so.',
      'patience',
      'wray',
    ],
    [
      'a message with a capital',
      'hi coach, masons knee is worse today. call Oya. its at 4 bury old rd',
      'bury',
      'rd',
    ],
    ['a nickname', 'He\'s "Razor" on the street, with Bedi & Frost.', 'Razor', 'Bedi', 'Frost'],
    ['a field of words', 'NAME: PRAISE GOD ADEYEMI   SEX: F', 'PRAISE', 'GOD', 'ADEYEMI'],
    ['a home by its article', 'She moved into The Limes last week.', 'Limes'],
    ['a month of another language', 'Seit Januar 2024.', 'Januar'],
    ['a day after its year', 'Born 1951 Aug 30.', '30'],
    ['names that are hardly anything else', 'so its heather and dean, with lily.', 'heather', 'dean', 'lily'],
    ['a name behind a title that is said', 'mister baker came, and miss grant.', 'baker', 'grant'],
    ['a town of two words', 'been up at bishop auckland all summer.', 'bishop', 'auckland'],
    ['an answer to how old', 'how old are you now? ninety two.', 'ninety', 'two'],
    ['a month first', 'She will return 12/14.', '12', '14'],
    ['a saint alone', "Seen at St. Vincent's Private.", 'Vincent', 'Private'],
    ['an account of a bank', 'IBAN GB29 NWBK 6016 1331 9268 19.', 'GB29', 'NWBK', '19'],
    ['initials at the end', 'Rang the daughter. TJ', 'TJ'],
    ['a number in pairs', 'my number is five five five, twenty one forty four.', 'twenty', 'forty'],
  ])('takes out %s', (_, text, ...gone) => {
    const [hidden = ''] = weeks(4).hide([text]);
    for (const word of gone) expect(hidden).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('leaves scales, signs and findings that bear a name', () => {
    const clinical = [
      'Simpson EF 55%, Schober test 4 cm, Kellgren-Lawrence grade 3, Garden II.',
      'Lewy body dementia. Montreal Cognitive Assessment 18/30. Strength 4/5.',
      'The doctor will see the nurse; her son drew blood from the father.',
      "Gottron's papules, Samter's triad, Veress needle at the umbilicus, Modic type 1 change.",
      'He had his Moderna booster; images on a Siemens scanner. Sig: 1 tab HS, atropine 600 mcg, on Thursdays.',
      'Siemens scanner, Ethicon stapler, Dexcom sensor, Symbicort Turbuhaler 200/6, paracetamol 1 g qds prn.',
    ];
    expect(weeks(4).hide(clinical)).toEqual(clinical);
  });

  it('leaves ages below 90, measurements near it, and kinds of places', () => {
    const clinical = [
      'An 89-year-old woman; she is 94 kg, SpO2 is 96%, pulse 98, BP 92/60, GCS 13/15, power 4/5.',
      'Refer to the Fracture Clinic and the Eye Department; discharged to a nursing home from Theatre.',
      'Review 3/12, then 5/7 of rest; booking BMI 31, visit BP 110/64, 34/40 weeks; TFTs, CrCl 40, EtOH nil.',
      'GP: Any chest pain? Seen in ED. its sore and its worse from last time.',
      'Glasgow Coma Scale 15. Foley catheter. Graves disease, Hartmann procedure, Baker cyst.',
    ];
    expect(weeks(4).hide(clinical)).toEqual(clinical);
  });

  it('leaves numbers that measure, count or name no person', () => {
    const clinical = [
      'Platelets 250000, ferritin 12345, CK 34517 U/L, WBC 11250; 12345 steps; heparin 10000 units.',
      'Range 1500-2000 ml; mutation C677T, V617F; CYP2C19; CA125 35; 12500 copies/ml.',
      'Power 4/5, pain 08/10 at worst is 3/10, VA 6/5; for 10/7; ninety-seven per cent on air.',
    ];
    expect(weeks(4).hide(clinical)).toEqual(clinical);
  });

  it('leaves the hour of a timestamp', () => {
    expect(weeks(4).hide(['{"start":"2026-03-04T22:41"}'])[0]).toMatch(
      /^\{"start":"\d{4}-\d\d-\d\dT22:41"\}$/,
    );
  });

  it('leaves what somebody is behind a name, and the title in a cell', () => {
    expect(weeks(4).hide(['Yours sincerely,\nLorna McAllister, Case Manager'])[0]).toMatch(/, Case Manager$/);
    expect(weeks(4).hide(['name,dob\nDr. Amara Obi,1960-02-03'])[0]).toMatch(/\nDr\. \[/);
    expect(weeks(4).hide(['Reported by: Dr Colm Furey, Consultant Histopathologist'])[0]).toMatch(
      /: Dr \[.*, Consultant Histopathologist$/,
    );
  });

  it('leaves who is greeted but is nobody alone, and services that any place has', () => {
    const general = [
      'Dear Colleague,\nHello Team, thanks. Hi Doctor, morning all.',
      'Refer to Mental Health, Occupational Health and Patient Services; from Theatre to Recovery.',
      'Accepts depot. Changed from Insulin to Metformin at Review. Pain 8/10, then 3/10.',
    ];
    expect(weeks(4).hide(general)).toEqual(general);
  });

  it('leaves words of a visit that are names too', () => {
    const visit = [
      'patient: the ray came with hope and no joy, i will chase the results in time.',
      'doctor: some olive oil and an x ray. is it frank blood? take it with grace and patience.',
    ];
    expect(weeks(4).hide(visit)[1]).toContain('olive oil and an x ray. is it frank blood');
    expect(weeks(4).hide(visit)[0]).toContain('i will chase the results');
  });

  it('leaves rooms, units and streets that are no address', () => {
    const clinical = [
      'Moved to Surgical Ward, then the Stroke Ward; weakness on the fifth day, fracture of the fifth rib.',
      'Pain on the ninth day; ward round at ten. Rate 3.5 on 2.5 litres.',
      'Moved to Room 4, Theatre 2; transfused Unit 3, Blood group A. At 14 Weeks all was well.',
      'she fell on the main road and walked down the street. Block 4, Phase 2.',
      'Swelling of the left knee, 3 days; take 20 mg, 2 tablets. Grade 3, Stage 4.',
    ];
    expect(weeks(4).hide(clinical)).toEqual(clinical);
  });

  it('numbers around placeholders that the text has already', () => {
    expect(weeks(4).hide(['[NAME-1] met Mr. Roe.'])).toEqual(['[NAME-1] met Mr. [NAME-2].']);
  });
});

describe('putting identifiers back', () => {
  it('gives the text as it was, whatever was in it', () => {
    const one = weeks(-9);
    const [hidden = ''] = one.hide([note]);
    expect(hidden).not.toMatch(/Roe|00482913|14 March|5309|example/);
    expect(one.restore(hidden)).toBe(note);
  });

  it('gives each kind back, in a stream that is cut anywhere', () => {
    const text =
      'Mr Roe, 97, works at Harland & Wolff. Born 3. März 1941, card UITH/11/20918, 07 4655 5011, ' +
      'Lindenallee 12a, 48143 Münster, jane@example.org, seen 28/10.';
    const one = weeks(-9);
    const [hidden = ''] = one.hide([text]);
    expect(hidden).not.toMatch(/Roe|97|Wolff|März|20918|5011|Linden|jane|28\/10/);
    expect(one.restore(hidden)).toBe(text);
    for (const size of [1, 3, 7]) {
      const out: string[] = [];
      const restoring = one.restoring((piece) => out.push(piece));
      for (let at = 0; at < hidden.length; at += size) restoring.piece(hidden.slice(at, at + size));
      restoring.end();
      expect(out.join('')).toBe(text);
    }
  });

  it.each(['Seen on 3 October 2026.', 'Well since June 2026.', 'Seen on the twenty third of october.'])(
    'gives a date back as it stood: %s',
    (text) => {
      const one = weeks(3);
      const [hidden = ''] = one.hide([text]);
      expect(hidden).not.toBe(text);
      expect(one.restore(hidden)).toBe(text);
    },
  );

  it('gives every document of a development set back, by whatever weeks its dates are moved', () => {
    const lines = readFileSync('test/bench/sets/deidentification.countries.dev.jsonl', 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { text } = unmark((JSON.parse(line) as { text: string }).text);
      for (const count of [3, -9, 26]) {
        const one = weeks(count);
        const [hidden = ''] = one.hide([text]);
        expect(hidden).not.toBe(text);
        expect(one.restore(hidden)).toBe(text);
      }
    }
  });

  it('gives back a day that would be no date once it is moved, and two forms of one day', () => {
    const text = 'She will return 12/14; D: 11/9/2026 T: 11/09/2026.';
    for (const count of [3, -9, 26]) {
      const one = weeks(count);
      const [hidden = ''] = one.hide([text]);
      expect(hidden).not.toMatch(/12\/14|11\/9\/|11\/09/);
      expect(one.restore(hidden)).toBe(text);
    }
  });

  it('knows a placeholder without its brackets and in another case', () => {
    const one = weeks(4);
    one.hide(['Mr. Roe is well.']);
    expect(one.restore('NAME-1 is well, name-1.')).toBe('Roe is well, Roe.');
  });

  it('knows a date that the model has written in another form', () => {
    const one = weeks(10);
    one.hide(['Seen on 14 March 2026.']);
    expect(one.restore('The visit was on 2026-05-23, in 2026.')).toBe(
      'The visit was on 2026-03-14, in 2026.',
    );
  });

  it('leaves a date that it never sent, and a placeholder that it never made', () => {
    const one = weeks(10);
    one.hide(['Mr. Roe was seen on 14 March 2026.']);
    const answer = 'The guideline is of 1 June 2020, says [NAME-7].';
    expect(one.restore(answer)).toBe(answer);
  });

  const pieces = ['Mr. [NA', 'ME', '-1] was s', 'een on 23', ' May', ' 2026', ', and is well. [NAME-1', ']'];
  it.each([pieces, [pieces.join('')], [...pieces.join('')]])(
    'does so for an answer in pieces',
    (...parts) => {
      const one = weeks(10);
      one.hide(['Mr. Roe was seen on 14 March 2026.']);
      const out: string[] = [];
      const restoring = one.restoring((piece) => out.push(piece));
      parts.forEach(restoring.piece);
      restoring.end();
      expect(out.join('')).toBe('Mr. Roe was seen on 14 March 2026, and is well. Roe');
    },
  );

  it('holds back no more of a stream than may still change', () => {
    const one = weeks(10);
    one.hide(['Mr. Roe was seen on 14 March 2026.']);
    const out: string[] = [];
    const restoring = one.restoring((piece) => out.push(piece));
    for (const piece of ['The ', 'dose ', 'is ', 'right.']) restoring.piece(piece);
    expect(out.join('')).toBe('The dose is right.');
  });
});

describe('hostile text', () => {
  it.each([
    ['capitals', 'Aa '.repeat(20_000)],
    ['digits', '1'.repeat(60_000)],
    ['groups of digits', '12 '.repeat(20_000)],
    ['commas', 'A, '.repeat(20_000)],
    ['an endless mail address', `${'a.'.repeat(30_000)}@`],
    ['letters', 'a '.repeat(30_000)],
    ['numbers in words', 'one '.repeat(15_000)],
    ['names of firms', 'Oak and '.repeat(8_000)],
    ['cells', 'a|'.repeat(30_000)],
    ['lines', 'Aa bb\n'.repeat(10_000)],
    ['letters without a blank', 'a'.repeat(60_000)],
    ['fields', 'Name: Aa  '.repeat(6_000)],
    ['labels', 'name_'.repeat(10_000)],
    ['a list between commas', `name,mrn,${'a,'.repeat(20_000)}\n${'b,'.repeat(20_000)}`],
    ['parts of an address', `12 Oak Lane, ${'Aa, '.repeat(15_000)}`],
    ['letters and digits', 'A1-'.repeat(15_000)],
    ['words with lines under them', 'a_1'.repeat(15_000)],
    ['a vehicle', `car ${'AB1 '.repeat(15_000)}`],
    ['quotes', 'Aa "Bb" '.repeat(8_000)],
    ['stars', '*'.repeat(50_000)],
    ['an endless street', `1 ${'Oak '.repeat(20_000)}`],
  ])('takes no long time over %s', (_, text) => {
    const started = processorTime();
    weeks(4).hide([text]);
    expect(processorTime() - started).toBeLessThan(4000);
  });
});

describe('long text', () => {
  const page =
    'Mrs Okafor (MRN 00482913, 12 Oak Lane, Leeds) came on 14 March 2026 with three days of cough; BP 132/84, SpO2 96%. ' +
    'Her son Emeka rang 0113 555 0147 from Harehills Surgery. Metformin 500 mg twice daily was continued.\n' +
    'patient: its worse since tuesday and grace drove me in from the marsh road flat\n';
  const words = page.split(/\s+/).length - 1;
  const text = (count: number): string => page.repeat(Math.ceil(count / words));
  const milliseconds = (count: number): number => {
    const times = [1, 2, 3].map(() => {
      const started = processorTime();
      weeks(4).hide([text(count)]);
      return processorTime() - started;
    });
    return Math.min(...times);
  };

  it('takes four times as long for four times as much, and not much more', () => {
    weeks(4).hide([text(3000)]);
    const [short, long] = [milliseconds(3000), milliseconds(12_000)];
    expect(short).toBeLessThan(1500);
    // Twice as much as if it grew with the text, since the machine does other things too.
    expect(long).toBeLessThan(8 * Math.max(short, 20));
  });
});
