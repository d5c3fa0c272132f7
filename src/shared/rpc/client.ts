import type { CallOptions, Client, Contract } from '../contract/define';
import { AppError } from '../domain/app-error';
import type { Transport } from './transport';

/**
 * Builds one method for each procedure of the contract. Answers are validated too: one that does not fit its
 * declaration becomes `internal`.
 */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const groups = Object.entries(contract).map(([groupName, group]) => {
    const methods = Object.entries(group).map(([name, definition]) => {
      const procedure = `${groupName}.${name}`;
      const method =
        definition.kind === 'call'
          ? async (input: unknown, options?: CallOptions) => {
              const answer = await transport.call(procedure, input, signalOf(options));
              return readAnswer(procedure, definition.output.safeParse(answer));
            }
          : async function* (input: unknown, options?: CallOptions) {
              for await (const item of transport.stream(procedure, input, signalOf(options))) {
                yield readAnswer(procedure, definition.item.safeParse(item));
              }
            };
      return [name, method] as const;
    });
    return [groupName, Object.fromEntries(methods)] as const;
  });
  // The loop follows the contract that Client<C> is computed from; the compiler cannot see through fromEntries.
  return Object.fromEntries(groups) as unknown as Client<C>;
}

function signalOf(options: CallOptions | undefined): AbortSignal {
  return options?.signal ?? new AbortController().signal;
}

function readAnswer(procedure: string, parsed: { success: true; data: unknown } | { success: false }): unknown {
  if (parsed.success) return parsed.data;
  throw new AppError('internal', `The answer of ${procedure} does not fit the contract.`);
}
