import { Argument, Option, type Command } from 'commander';
import { offerServices, type OfferService } from '../../../shared/domain/import';
import { askedContracts, askedDays, type ServiceQuestion } from '../../../shared/domain/service-question';
import type { HelpTexts } from './texts';

/** Offers straight from a service. */
export interface FetchRequest {
  readonly command: 'fetch';
  readonly service: OfferService;
  /** Null asks again what became of the offers of before. */
  readonly question: ServiceQuestion | null;
  /** Null leaves the switch of the service as it is. */
  readonly turn: 'on' | 'off' | null;
  readonly dryRun: boolean;
}

interface FetchOptions {
  readonly words?: string;
  readonly place?: string;
  readonly contract?: ServiceQuestion['contract'];
  readonly days?: string;
  readonly refresh?: boolean;
  readonly on?: boolean;
  readonly off?: boolean;
  readonly dryRun?: boolean;
}

/** Says what `fetch` takes. */
export function addFetch(
  command: Command,
  help: HelpTexts,
  take: (request: FetchRequest, command: Command) => void,
): void {
  command
    .addArgument(new Argument('<service>', help.fetchService).choices(offerServices))
    .option('--words <text>', help.fetchWords)
    .option('--place <text>', help.fetchPlace)
    .addOption(new Option('--contract <what>', help.fetchContract).choices(askedContracts))
    .addOption(new Option('--days <count>', help.fetchDays).choices(askedDays.map(String)))
    .option('--refresh', help.fetchRefresh)
    .option('--on', help.fetchOn)
    .option('--off', help.fetchOff)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action((service: OfferService, options: FetchOptions, of: Command) => {
      const { words = '', place = '', contract = null, dryRun = false } = options;
      const days = askedDays.find((each) => String(each) === options.days) ?? null;
      const question = options.refresh ? null : { words, place, contract, days };
      const turn = options.off ? 'off' : options.on ? 'on' : null;
      take({ command: 'fetch', service, question, turn, dryRun }, of);
    });
}
