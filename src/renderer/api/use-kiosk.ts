import { useCall } from './use-call';

/** Whether this PC is open to students; undefined until that is known. What it closes is closed in the core. */
export function useKiosk(): boolean | undefined {
  const { data, error } = useCall('kiosk', 'state', {});
  return data?.isOn ?? (error ? false : undefined);
}
