import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createDatesReader } from "../dates/dates.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createFiguresReader, type Figure } from "./figures.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readDates = createDatesReader(lexicon);
const readFigures = createFiguresReader(lexicon);

/** One figure in short: "at least 16 sailors killed /41" is a part of 41. */
function inShort({ value, range, unit, what, qualifier, partOf }: Figure): string {
  return [
    qualifier,
    range ? `${range[0]}–${range[1]}` : value,
    unit,
    what === unit ? null : what,
    partOf === null ? null : `/${partOf}`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

function figuresOf(text: string): string[] {
  const prose = readProse(text);
  const dates = readDates(prose, { published: "2020-10-14", noise: [] });
  return readFigures(prose, { dates, attributions: [], noise: [] }).map(inShort);
}

function rows(table: readonly (readonly [string, ...string[]])[]): [string, string[]][] {
  return table.map(([text, ...figures]) => [text, figures]);
}

describe("how a number is written", () => {
  test.each(
    rows([
      ["The flood displaced 1,234 villagers.", "1234 villagers displaced"],
      ["The flood displaced 1 234 villagers.", "1234 villagers displaced"],
      ["The flood displaced 1’234 villagers.", "1234 villagers displaced"],
      ["The flood displaced 1.234.567 villagers.", "1234567 villagers displaced"],
      ["The flood displaced 12,34,567 villagers.", "1234567 villagers displaced"],
      ["The flood displaced 1,234,567 villagers.", "1234567 villagers displaced"],
      ["The flood displaced 1234567 villagers.", "1234567 villagers displaced"],
      ["The flood displaced 40k villagers.", "40000 villagers displaced"],
      ["The flood displaced 2.5 million villagers.", "2500000 villagers displaced"],
      ["The flood displaced 2.5m villagers.", "2500000 villagers displaced"],
      ["The flood displaced three lakh villagers.", "300000 villagers displaced"],
      ["The flood displaced 1.2 crore villagers.", "12000000 villagers displaced"],
      ["The flood displaced ninety-nine villagers.", "99 villagers displaced"],
      ["The flood displaced two hundred and six villagers.", "206 villagers displaced"],
      ["The flood displaced twelve hundred villagers.", "1200 villagers displaced"],
      ["The flood displaced three thousand four hundred villagers.", "3400 villagers displaced"],
      ["The flood displaced a hundred villagers.", "100 villagers displaced"],
      ["The flood displaced a dozen villagers.", "12 villagers displaced"],
      ["The flood displaced two dozen villagers.", "24 villagers displaced"],
      ["The flood displaced half a dozen villagers.", "6 villagers displaced"],
      ["The flood displaced a couple of hundred villagers.", "200–300 villagers displaced"],
      ["The flood displaced dozens of villagers.", "24–99 villagers displaced"],
      ["The flood displaced hundreds of villagers.", "200–999 villagers displaced"],
      ["The flood displaced tens of thousands of villagers.", "20000–99999 villagers displaced"],
      ["The flood displaced several thousand villagers.", "3000–9000 villagers displaced"],
      ["The flood displaced a few hundred villagers.", "300–900 villagers displaced"],
      ["The flood displaced half a million villagers.", "500000 villagers displaced"],
      ["The flood displaced a million and a half villagers.", "1500000 villagers displaced"],
      ["The flood displaced one and a half million villagers.", "1500000 villagers displaced"],
      ["The flood displaced two and a half million villagers.", "2500000 villagers displaced"],
      ["The flood displaced three quarters of a million villagers.", "750000 villagers displaced"],
      ["It lasted 5 ½ years.", "5.5 years duration"],
      ["The flood displaced 1½ million villagers.", "1500000 villagers displaced"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("ranges", () => {
  test.each(
    rows([
      ["The fire injured 10 to 15 sailors.", "10–15 sailors wounded"],
      ["The fire injured 10-15 sailors.", "10–15 sailors wounded"],
      ["The fire injured 10–15 sailors.", "10–15 sailors wounded"],
      ["The fire injured 10 – 15 sailors.", "10–15 sailors wounded"],
      ["The fire injured between 10 and 15 sailors.", "10–15 sailors wounded"],
      ["The fire injured from 10 to 15 sailors.", "10–15 sailors wounded"],
      ["The fire injured five or six sailors.", "5–6 sailors wounded"],
      ["The fire injured anywhere between ten and twelve sailors.", "10–12 sailors wounded"],
      ["It will cost $3 million to $5 million.", "3000000–5000000 USD money"],
      ["It will cost $3-5 million.", "3000000–5000000 USD money"],
      ["It will cost between 3 and 5 million euros.", "3000000–5000000 EUR money"],
      ["Turnout was 40 to 45 percent.", "40–45 percent share"],
      ["Turnout was 40%-45%.", "40–45 percent share"],
      ["They sailed 20 to 30 km.", "20–30 km distance"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("money", () => {
  test.each(
    rows([
      ["The port cost $1.5bn.", "1500000000 USD money"],
      ["The port cost US$1.5 billion.", "1500000000 USD money"],
      ["The port cost 1.5 billion dollars.", "1500000000 USD money"],
      ["The port cost USD 900,000.", "900000 USD money"],
      ["The port cost 900,000 USD.", "900000 USD money"],
      ["The port cost €20m.", "20000000 EUR money"],
      ["The port cost 20 million euros.", "20000000 EUR money"],
      ["The port cost EUR 20 million.", "20000000 EUR money"],
      ["The port cost 20 000 €.", "20000 EUR money"],
      ["The port cost £350,000.", "350000 GBP money"],
      ["The port cost A$2 million.", "2000000 AUD money"],
      ["The port cost ¥300 million.", "300000000 JPY money"],
      ["The port cost ₹12 crore.", "120000000 INR money"],
      ["The port cost Rs 12 crore.", "120000000 rupees money"],
      ["The port cost 40 million rubles.", "40000000 RUB money"],
      ["The port cost 900 Swiss francs.", "900 CHF money"],
      ["The port cost a million dollars.", "1000000 USD money"],
      ["The port cost $50K.", "50000 USD money"],
      ["They paid a $500 fine.", "500 USD money"],
      ["A ticket is 75 cents.", "75 cents money"],
      ["The port cost nearly $1.5bn.", "nearly 1500000000 USD money"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("shares", () => {
  test.each(
    rows([
      ["Turnout was 62%.", "62 percent share"],
      ["Turnout was 62 per cent.", "62 percent share"],
      ["Turnout was 62.4 percent.", "62.4 percent share"],
      ["Turnout fell by 3 percentage points.", "3 percent share"],
      ["Rates rose by 25 basis points.", "25 basis points share"],
      ["Two thirds of the voters stayed home.", "66.7 percent share"],
      ["Three-quarters of the fleet was lost.", "75 percent share"],
      ["A third of the fleet was lost.", "33.3 percent share"],
      ["Half of the fleet was lost.", "50 percent share"],
      ["One in five voters stayed home.", "20 percent share"],
      ["One in ten of the boats leaked.", "10 percent share"],
      ["Nine in ten voters stayed home.", "90 percent share"],
      ["Three in every ten voters stayed home.", "30 percent share"],
      ["Of 8,000 voters, 613 stayed home.", "8000 voters", "613 voters /8000"],
      ["About 4 in 10 say they stayed home.", "around 40 percent share"],
      ["They bought Vell One in three separate steps."],
      ["In all 613 of 8,000 voters stayed home.", "613 voters /8000", "8000 voters"],
      ["In all 613 out of 8,000 voters stayed home.", "613 voters /8000", "8000 voters"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("qualifiers", () => {
  test.each(
    rows([
      ["At least 16 sailors died.", "at least 16 sailors killed"],
      ["The blast killed at least 16 sailors.", "at least 16 sailors killed"],
      ["A minimum of 16 sailors died.", "at least 16 sailors killed"],
      ["No fewer than 16 sailors died.", "at least 16 sailors killed"],
      ["Not less than 16 sailors died.", "at least 16 sailors killed"],
      ["Upwards of 16 sailors died.", "at least 16 sailors killed"],
      ["16 or more sailors died.", "at least 16 sailors killed"],
      ["More than 16 sailors died.", "more than 16 sailors killed"],
      ["Well over 16 sailors died.", "more than 16 sailors killed"],
      ["In excess of 16 sailors died.", "more than 16 sailors killed"],
      ["Upwards of $3 million was lost.", "at least 3000000 USD money"],
      ["Fewer than 16 sailors died.", "fewer than 16 sailors killed"],
      ["Up to 16 sailors died.", "up to 16 sailors killed"],
      ["As many as 16 sailors died.", "up to 16 sailors killed"],
      ["No more than 16 sailors died.", "up to 16 sailors killed"],
      ["Nearly 16 sailors died.", "nearly 16 sailors killed"],
      ["Almost 16 sailors died.", "nearly 16 sailors killed"],
      ["Close to 16 sailors died.", "nearly 16 sailors killed"],
      ["About 16 sailors died.", "around 16 sailors killed"],
      ["Some 16 sailors died.", "around 16 sailors killed"],
      ["Roughly 16 sailors died.", "around 16 sailors killed"],
      ["An estimated 16 sailors died.", "around 16 sailors killed"],
      ["16 or so sailors died.", "around 16 sailors killed"],
      ["Around 16 sailors died.", "around 16 sailors killed"],
      ["Just over 16 sailors died.", "just over 16 sailors killed"],
      ["Only 16 sailors died.", "only 16 sailors killed"],
      ["A mere 16 sailors died.", "only 16 sailors killed"],
      ["Exactly 16 sailors died.", "exactly 16 sailors killed"],
      ["At least dozens of sailors died.", "at least 24–99 sailors killed"],
      ["16+ sailors died.", "at least 16 sailors killed"],
      ["~16 sailors died.", "around 16 sailors killed"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("what is counted", () => {
  test.each(
    rows([
      ["Shells killed nine pupils.", "9 pupils killed"],
      ["Nine pupils lost their lives.", "9 pupils killed"],
      ["The storm claimed nine lives.", "9 people killed"],
      ["The storm left nine people dead.", "9 people killed"],
      ["Rescuers found nine bodies.", "9 people killed"],
      ["There were nine deaths.", "9 people killed"],
      ["The death toll stands at nine.", "9 people killed"],
      ["The death toll climbed from nine to twelve.", "9 people killed", "12 people killed"],
      ["Nine were shot dead.", "9 people killed"],
      ["Killed: 9. Wounded: 14.", "9 people killed", "14 people wounded"],
      ["9 dead, 14 hurt in Ostra", "9 people killed", "14 people wounded"],
      ["Blast kills 9 in Ostra", "9 people killed"],
      ["Ostra Blast Kills 9 Miners", "9 miners killed"],
      ["Nine pupils suffered burns and injuries.", "9 pupils wounded"],
      ["Nine pupils were taken to hospital.", "9 pupils wounded"],
      ["Nine pupils were hospitalised.", "9 pupils wounded"],
      ["Nine sailors remain missing.", "9 sailors missing"],
      ["Nine sailors are unaccounted for.", "9 sailors missing"],
      ["Some 900 families fled Ostra.", "around 900 families displaced"],
      ["There are 900 refugees in Ostra.", "900 people displaced"],
      ["Police detained 30 marchers.", "30 marchers arrested"],
      ["There were 30 arrests.", "30 people arrested"],
      ["Militants took 30 hostages.", "30 hostages captured"],
      ["Divers rescued 30 sailors.", "30 sailors rescued"],
      ["The quake destroyed 30 houses.", "30 houses destroyed"],
      ["The fort fired 30 rockets.", "30 rockets fired"],
      ["The site suspended 30 accounts.", "30 accounts removed"],
      ["The page has 30,000 followers.", "30000 followers"],
      ["The bill got 30 votes.", "30 votes voted"],
      ["The petition gathered 30,000 signatures.", "30000 signatures"],
      ["About 30,000 people marched in Ostra.", "around 30000 people attended"],
      ["The clinic vaccinated 30 pupils.", "30 pupils infected"],
      ["It rained for 30 hours.", "30 hours duration"],
      ["The wall is 30 metres high.", "30 m distance"],
      ["The plot is 30 hectares.", "30 hectares area"],
      ["The load is 30 tonnes.", "30 tonnes weight"],
      ["It was 30 degrees.", "30 degrees temperature"],
      ["The plant yields 30 MW.", "30 MW power"],
      ["Gusts reached 30 km/h.", "30 km/h speed"],
      ["The tank holds 30 litres.", "30 litres volume"],
      ["The fleet has 30 ships.", "30 ships"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("people told by name, and those who killed themselves", () => {
  test.each(
    rows([
      ["Ada Brook, 25, and Bo Lind, 31, were killed.", "2 people killed"],
      ["Ada Brook (25) and Bo Lind (31) died on Monday.", "2 people killed"],
      ["Ada Brook, Bo Lind and Cy Marr were shot.", "3 people shot"],
      ["Ada Brook and Bo Lind, both 16, were killed.", "2 people killed"],
      ["The fire killed Ada Brook and her son.", "2 people killed"],
      ["They mourn the deaths of Ada Brook, 25, and Bo Lind.", "2 people killed"],
      ["23-year-old Ada Brook and 24-year-old Bo Lind died.", "2 people killed"],
      ["Two sailors, Ada Brook, 25, and Bo Lind, 31, were killed.", "2 sailors killed"],
      ["Ada Brook and Bo Lind saw the wreck."],
      ["Ada Brook and Bo Lind killed two guards.", "2 guards killed"],
      ["Brook and Lind were killed."],
      ["He was taken to Ostra Hospital and Medical Center with an injury."],
      ["He killed himself.", "1 people killed"],
      [
        "He killed two guards and himself.",
        "2 guards killed",
        "3 people killed",
        "1 people killed",
      ],
      [
        "She shot two sailors dead before turning the gun on herself.",
        "2 sailors killed",
        "3 people killed",
        "1 people killed",
      ],
      ["She took her own life.", "1 people killed"],
      ["She threatened to take her own life."],
      ["He wanted to kill two guards and himself."],
      ["A boy shot and killed himself.", "1 boy killed", "1 people killed"],
      [
        "Two people are dead after a man killed Ada Brook, then himself.",
        "2 people killed",
        "1 people killed",
      ],
      ["He killed two guards and hid himself.", "2 guards killed"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("words around those who were hurt", () => {
  test.each(
    rows([
      ["Two of those men died.", "2 men killed"],
      ["Two of the boats sank."],
      ["All four people involved in a shooting have died.", "4 people killed"],
      ["A triple-homicide suspect ran.", "3 people killed"],
      ["He faces three counts of murder.", "3 counts charged"],
      ["It failed on two counts."],
      ["He was going to kill two guards."],
      ["He went on to kill two guards.", "2 guards killed"],
      ["He was 17 when the raid killed two guards.", "2 guards killed"],
      ["Call (323) 555-0100 if somebody was killed."],
      [
        "Two nurses and a teacher were hurt.",
        "2 nurses wounded",
        "3 people wounded",
        "1 teacher wounded",
      ],
      ["Three people were hit by stray bullets.", "3 people shot"],
      ["Three cars were hit by hail."],
      ["The raid sent three guards to the hospital.", "3 guards wounded"],
      ["She sent three letters to the hospital."],
      [
        "He injured himself and a woman.",
        "1 people wounded",
        "2 people wounded",
        "1 woman wounded",
      ],
      ["2 guards, ages 35 and 46, injured in Ostra", "2 guards wounded"],
      ["Two guards — a man and his son — were killed.", "2 guards killed"],
      ["Ada Brook and her two sons were killed.", "3 people killed", "2 sons killed"],
      ["Police found four victims.", "4 people casualties"],
      ["Police found four victims of fraud."],
      ["Nine guards were taken hostage.", "9 guards captured"],
      ["Storm kills man, injures child in Ostra", "1 man killed", "1 child wounded"],
      ["Father, daughter found dead in Ostra", "1 father killed", "2 people killed"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("people told one by one or together", () => {
  test.each(
    rows([
      ["A 19-year-old was killed.", "1 people killed"],
      ["Man killed in Ostra fire", "1 man killed"],
      ["Both pilots died.", "2 pilots killed"],
      ["A double murder shook Ostra.", "2 people killed"],
      ["Three face trial over a triple fatal shooting.", "3 people killed"],
      ["A man fatally shot a guard.", "1 guard killed"],
      ["A man was fatally shot.", "1 man killed"],
      ["Two men and a woman were killed.", "2 men killed", "3 people killed", "1 woman killed"],
      [
        "He killed his wife and three children.",
        "1 wife killed",
        "4 people killed",
        "3 children killed",
      ],
      [
        "Four adults and two children were hurt.",
        "4 adults wounded",
        "6 people wounded",
        "2 children wounded",
      ],
      ["2 children, woman hurt in Ostra", "2 children wounded", "3 people wounded"],
      [
        "Mother, 2 children found dead in Ostra",
        "1 mother killed",
        "3 people killed",
        "2 children killed",
      ],
      ["He killed his girlfriend and her daughter.", "1 girlfriend killed", "2 people killed"],
      ["His wife was killed."],
      ["Man kills wife, 2 children", "1 wife killed", "3 people killed", "2 children killed"],
      [
        "Man kills woman, her son, himself in Vell",
        "1 woman killed",
        "3 people killed",
        "1 son killed",
        "1 people killed",
      ],
      ["They saw the deaths of a mother, son and girl.", "1 mother killed", "3 people killed"],
      [
        "The deaths of a woman and her two sons found with gunshot wounds shook Vell.",
        "1 woman killed",
        "3 people killed",
        "2 sons killed",
      ],
      [
        "He is charged with the death of a boy and the wounding of three others.",
        "1 boy killed",
        "3 people wounded",
      ],
      ["Officials gave out the names of the four people who were killed.", "4 people killed"],
      ["Two girls, ages 8 and 9, were killed.", "2 girls killed"],
      ["Four boys between ages 12 and 16 were hurt.", "4 boys wounded"],
      ["Five people walked in with gunshot wounds.", "5 people wounded"],
      ["Three men were taken to hospital, where they died.", "3 men killed"],
      ["A passenger train was hit near a local hospital."],
      ["A woman told Vell Radio that the sailors were killed."],
      ["The murder of Ada Brook, 61 has left a hole."],
      ["They named him a suspect in the raid that left a boy dead.", "1 boy killed"],
      ["It killed the skipper, his wife and three boys.", "1 wife killed", "3 boys killed"],
      ["The skipper, a guard and three boys died.", "1 guard killed", "3 boys killed"],
      ["In Ostra, two men and a boy died.", "2 men killed", "3 people killed", "1 boy killed"],
      [
        "The fire left two sailors and four passengers dead.",
        "2 sailors killed",
        "6 people killed",
        "4 passengers killed",
      ],
      ["A father and son were killed.", "1 father killed", "2 people killed"],
      ["A father and student who sang was killed.", "1 father killed"],
      ["Both parties are destroying the fleet."],
      ["She was one of 26 pupils killed in Vell.", "26 pupils killed"],
      ["Ada Brook and two others were killed.", "3 people killed", "2 people killed"],
      ["Ada Brook, 25, and two others were killed.", "3 people killed", "2 people killed"],
      ["Killing three and wounding two, they fled.", "3 people killed", "2 people wounded"],
      ["It killed 12 people, including two men and a boy.", "12 people killed", "2 men killed /12"],
      [
        "Twelve people, five men and seven women, were killed.",
        "12 people killed",
        "5 men killed",
        "7 women killed",
      ],
      ["Shooting at five guards, he fled."],
      ["He faces trial for five attempted murders."],
      ["He was not hurt, and five guards ran."],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("parts", () => {
  test.each(
    rows([
      ["It killed 16 people, including four pupils.", "16 people killed", "4 pupils killed /16"],
      ["It killed 16 people, among them four pupils.", "16 people killed", "4 pupils killed /16"],
      ["It killed 16 people, four of them pupils.", "16 people killed", "4 people killed /16"],
      ["It killed 16 people, of whom four were pupils.", "16 people killed", "4 people killed /16"],
      ["Of the 16 killed, four were pupils.", "16 people killed", "4 people killed /16"],
      ["16 sailors, four of whom were cadets, died.", "16 sailors killed", "4 sailors killed /16"],
      [
        "Police detained 60 marchers, 20 of them minors.",
        "60 marchers arrested",
        "20 people arrested /60",
      ],
      ["Some 20 of the 60 houses burned.", "around 20 houses destroyed /60", "60 houses destroyed"],
    ]),
  )("%s", (text, expected) => expect(figuresOf(text)).toEqual(expected));
});

describe("numbers that count nothing", () => {
  test.each([
    "They met on 12 May 2014.",
    "They met on 12/05/2014.",
    "They met on 2014-05-12.",
    "They met in 2014.",
    "They met in the 1990s.",
    "They met in 2014-15.",
    "They met at 5.30pm.",
    "They met at 17:30.",
    "They met at 11 o'clock.",
    "They met 30 years ago.",
    "They met 12 days later.",
    "She is 41.",
    "She is 41 years old.",
    "The 41-year-old spoke.",
    "Ada Brook (41) spoke.",
    "Ada Brook, 41, spoke.",
    "Ada Brook Jr., 41, spoke.",
    "Children under 12 are let in.",
    "Those aged 18 to 45 are called up.",
    "She is in her 40s.",
    "It was the 22nd raid.",
    "It was the twenty-second raid.",
    "It was the third raid.",
    "She came in a close second.",
    "Vell beat Ostra 3-1.",
    "Vell beat Ostra by 3–1.",
    "The court split 6-3.",
    "The vote was 10:4.",
    "He lives at 1200 Harbour Street.",
    "He lives at 12 St. Anne's Road.",
    "He was held in the 300 block of Quay Street.",
    "Call 555-1234.",
    "Call (020) 7946 0018.",
    "Call +44 20 7946 0018.",
    "Call 1-800-555-0100.",
    "Resolution 1712 stands.",
    "Resolution No. 1712 stands.",
    "Article 15 stands.",
    "Articles 15 and 16 stand.",
    "Section 12 stands.",
    "See page 112.",
    "See Figure 12.",
    "Chapter 11 was filed.",
    "Flight 1712 was late.",
    "Channel 12 was off.",
    "Highway 12 was shut.",
    "Route 66 was shut.",
    "Room 212 was shut.",
    "Unit 731 was shut.",
    "Brigade 47 was shut.",
    "The 47th Brigade was shut.",
    "It needs Harbour OS 4.0.",
    "It needs version 2.3.1.",
    "It needs Harbour v12.",
    "It stands at 48.8566, 2.3522.",
    "It stands at 48°51'N 2°21'E.",
    "The postcode is 90210.",
    "The host is 192.168.10.12.",
    "ISBN 978-3-16-148410-0 is out.",
    "An AK-47 and a T-72 were found.",
    "The G20 and the F-16 are named so.",
    "Boeing 737 jets are old.",
    "Apollo 11 landed.",
    "Covid-19 came.",
    "Ten times it failed.",
    "One wonders.",
    "No one was killed.",
    "Not a single one came.",
    "At one point they stopped.",
    "On the one hand it is old.",
    "Two sides met in three rooms.",
    "12. The bridge fell.",
    "See https://example.org/2014/12/150000.",
  ])("%s", (text) => expect(figuresOf(text)).toEqual([]));
});
