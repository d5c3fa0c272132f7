import { z } from 'zod';

// Every text format of the contract has a candidate here; a new one fails the suite until it gets its own.
const textCandidates = [
  'Développeur·se « H/F »',
  'Paris',
  '2026-03-14',
  '2026-03-14T09:26:53.000Z',
  '2025-2026',
  '09-01',
  '73282932000074',
  'M1805',
  'A'.repeat(32),
  '0badcafe',
  'a',
  '',
];
const numberCandidates = [0.5, 1, 2, 2025, 0, 10, 100];

/** Makes a value that a schema of the contract accepts; throws, naming the place, when it cannot. */
export function sampleValue(schema: z.ZodType, place = 'value'): unknown {
  const value = candidate(schema, place);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`No sample for ${place}: ${z.prettifyError(parsed.error)}`);
  return value;
}

function candidate(schema: z.ZodType, place: string): unknown {
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries<z.ZodType>(schema.shape).map(
      ([key, part]) => [key, sampleValue(part, `${place}.${key}`)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodArray) return [sampleValue(asType(schema.element), `${place}[]`)];
  if (schema instanceof z.ZodRecord) return sampleRecord(schema, place);
  if (schema instanceof z.ZodUnion) return sampleValue(asType(schema.options[0]), place);
  if (isWrapper(schema)) return sampleValue(asType(schema.unwrap()), place);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodNull) return null;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return firstAccepted(schema, numberCandidates);
  return firstAccepted(schema, textCandidates);
}

function sampleRecord(schema: z.ZodRecord, place: string): unknown {
  const keys = schema.keyType instanceof z.ZodEnum ? schema.keyType.options : ['name'];
  return Object.fromEntries(keys.map((key) => [key, sampleValue(asType(schema.valueType), `${place}.${key}`)]));
}

function firstAccepted(schema: z.ZodType, candidates: readonly unknown[]): unknown {
  return candidates.find((value) => schema.safeParse(value).success);
}

/** The parts of a schema are typed by zod's inner core; those of the contract are all made by zod itself. */
function asType(part: unknown): z.ZodType {
  if (part instanceof z.ZodType) return part;
  throw new Error('A part of the contract is not a zod schema.');
}

/** Kinds of schema that change a value while parsing: what crosses two carriers would not be the same any more. */
const changingKinds = ['transform', 'default', 'prefault', 'catch', 'pipe', 'preprocess'];

/** The places of a schema where parsing would change the value. */
export function changingParts(schema: unknown, place: string): readonly string[] {
  if (!(schema instanceof z.ZodType)) return [];
  const { type } = schema.def;
  const own = changingKinds.includes(type) ? [`${place} (${type})`] : [];
  const overwrites = (schema.def.checks ?? []).filter((check) => check._zod.def.check === 'overwrite');
  const changed = overwrites.map(() => `${place} (overwrite)`);
  return [...own, ...changed, ...innerParts(schema).flatMap(([name, part]) => changingParts(part, `${place}${name}`))];
}

function innerParts(schema: z.ZodType): readonly (readonly [string, unknown])[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<unknown>(schema.shape).map(([key, part]) => [`.${key}`, part] as const);
  }
  if (schema instanceof z.ZodArray) return [['[]', schema.element]];
  if (schema instanceof z.ZodRecord) return [['{}', schema.valueType]];
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => ['|', option] as const);
  if (isWrapper(schema)) return [['', schema.unwrap()]];
  return [];
}

function isWrapper(schema: z.ZodType): schema is z.ZodNullable | z.ZodOptional | z.ZodReadonly {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly;
}
