import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../shared/contract/define';
import { AppError } from '../../shared/domain/app-error';

/** The groups of questions whose answers show rows of a topic: counts and names travel with their neighbours. */
const groupsOfTopic = {
  settings: ['settings', 'offers', 'matches', 'decisions', 'university', 'transmissions', 'dashboards'],
  university: ['university', 'settings', 'formations', 'dashboards', 'logos'],
  offers: [
    'offers',
    'offerDuplicates',
    'university',
    'companies',
    'formations',
    'matches',
    'decisions',
    'transmissions',
    'managers',
    'dashboards',
    'search',
    'students',
    'occupations',
    'candidates',
  ],
  formations: [
    'formations',
    'university',
    'offers',
    'matches',
    'decisions',
    'transmissions',
    'managers',
    'dashboards',
    'search',
    'students',
    'occupations',
  ],
  companies: ['companies', 'university', 'offers', 'offerDuplicates', 'dashboards', 'search'],
  matches: [
    'matches',
    'offers',
    'companies',
    'formations',
    'university',
    'transmissions',
    'dashboards',
    'search',
    'students',
    'occupations',
    'candidates',
  ],
  decisions: ['decisions', 'offers', 'companies', 'formations', 'transmissions', 'dashboards', 'search', 'students'],
  transmissions: ['transmissions', 'companies', 'managers', 'dashboards', 'search'],
  managers: ['managers', 'formations', 'transmissions'],
  imports: ['imports', 'importProfiles', 'watchedFolder', 'connectors'],
  jobs: ['jobs'],
  backups: ['backups', 'host'],
  exports: ['exports'],
  'named-views': ['namedViews'],
  candidates: ['candidates'],
  kiosk: ['kiosk'],
  rome: ['romePack', 'occupations'],
  connectors: ['connectors'],
  encryption: ['encryption', 'host'],
} as const satisfies Record<Topic, readonly string[]>;

/** The cache of answers. They stay fresh until a topic is announced, so nothing is asked twice in between. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        // Only a lost connection may heal by itself; any other answer is final.
        retry: (failures, error) => failures < 2 && error instanceof AppError && error.code === 'unavailable',
        retryDelay: 500,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Marks every answer that shows rows of these topics as stale; what is on screen is asked again. */
export async function invalidateTopics(queryClient: QueryClient, topics: Iterable<Topic>): Promise<void> {
  const groups = new Set<string>();
  for (const topic of topics) for (const group of groupsOfTopic[topic]) groups.add(group);
  await queryClient.invalidateQueries({ predicate: ({ queryKey: [group] }) => groups.has(String(group)) });
}
