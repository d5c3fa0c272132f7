import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../shared/contract/settings';
import type { AppError } from '../../shared/domain/app-error';
import { useClient } from './client-context';

const updateKey = ['settings', 'update'] as const;
const settingsKey = ['settings', 'get', {}] as const;

/**
 * Changes settings that show at once, such as the theme: the page follows the click and not the answer, which is late
 * while the application works. A refusal brings the former ones back and is given to `onRefused`.
 */
export function useSettingsSwitch(onRefused: (error: AppError) => void): (change: Partial<Settings>) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate } = useMutation<Settings, AppError, Partial<Settings>, Settings | undefined>({
    mutationKey: updateKey,
    // One after the other, so that what is stored is what was clicked last.
    scope: { id: updateKey.join('.') },
    mutationFn: (change) => client.settings.update(change),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey: settingsKey });
      const former = queryClient.getQueryData<Settings>(settingsKey);
      if (former) queryClient.setQueryData<Settings>(settingsKey, { ...former, ...change });
      return former;
    },
    onError: (error, _change, former) => {
      if (former) queryClient.setQueryData<Settings>(settingsKey, former);
      onRefused(error);
    },
  });
  return mutate;
}
