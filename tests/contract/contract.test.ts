import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/shared/contract/contract';
import type { CallDef, Contract, Handlers, StreamDef } from '../../src/shared/contract/define';
import { createClient } from '../../src/shared/rpc/client';
import { createRouter } from '../../src/shared/rpc/router';
import { carriers } from './carriers';
import { collect } from './collect';
import { changingParts, sampleValue } from './sample-value';

type AnyProcedure = (input: unknown) => Promise<unknown> | AsyncIterable<unknown>;

const procedures = Object.entries(contract as Contract).flatMap(([group, entries]) =>
  Object.entries(entries).map(([name, definition]) => ({ name: `${group}.${name}`, group, method: name, definition })),
);

/** A router of one procedure of the contract that gives a sample of its answer and keeps what it was asked. */
function oneProcedure(definition: CallDef | StreamDef) {
  const inputs: unknown[] = [];
  const answer = sampleValue(definition.kind === 'call' ? definition.output : definition.item, 'answer');
  const handler = (input: unknown) => {
    inputs.push(input);
    if (definition.kind === 'call') return answer;
    return (async function* () {
      await Promise.resolve();
      yield answer;
      yield answer;
    })();
  };
  const only = { group: { procedure: definition } };
  // The handler follows `kind` at run time; Handlers<> can only follow it for a literal contract.
  const handlers = { group: { procedure: handler } } as unknown as Handlers<typeof only>;
  const router = createRouter(only, handlers, { announce: () => undefined, report: (_, error) => String(error) });
  return { only, router, answer, inputs };
}

describe.each(carriers)('over $name', (carrier) => {
  it.each(procedures)('$name carries its input and its answer unchanged', async ({ definition }) => {
    const { only, router, answer, inputs } = oneProcedure(definition);
    const { transport, cut } = await carrier.open(router);
    try {
      const client: { readonly group: { readonly procedure: unknown } } = createClient(only, transport);
      const procedure = client.group.procedure as AnyProcedure; // One entry of any kind: the loop knows no more.
      const input = sampleValue(definition.input, 'input');
      const given = procedure(input);
      const answers = given instanceof Promise ? [await given] : await collect(given);
      const expected = definition.kind === 'call' ? [answer] : [answer, answer];
      expect({ answers, inputs }).toEqual({ answers: expected, inputs: [input] });
    } finally {
      await cut();
    }
  });
});

describe('the declaration of every procedure', () => {
  it.each(procedures)('$name answers with a value that parsing leaves as it is', ({ definition }) => {
    const schema = definition.kind === 'call' ? definition.output : definition.item;
    expect(changingParts(schema, '')).toEqual([]);
  });

  it.each(procedures)('$name takes an object and refuses fields that nobody declared', ({ definition }) => {
    const input = sampleValue(definition.input, 'input');
    expect(input).toBeTypeOf('object');
    expect(definition.input.safeParse({ ...Object(input), unheardOf: 1 }).success).toBe(false);
  });

  it('is seen through by the search for changing parts', () => {
    const schema = z.object({
      a: z.array(z.string().trim()),
      b: z.string().default(''),
      c: z.nullable(z.coerce.date()),
    });
    expect(changingParts(schema, '')).toEqual(['.a[] (overwrite)', '.b (default)']);
  });
});
