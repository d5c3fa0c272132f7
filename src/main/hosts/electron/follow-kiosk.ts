import type { AppClient } from '../../../shared/contract/contract';

/**
 * Tells whenever students get this PC, at once if they have it already, and when they give it back, until the application
 * ends. What the page closes to
 * them is closed in the core; a window has ways out of its own.
 */
export async function followKiosk(
  client: Pick<AppClient, 'host' | 'kiosk'>,
  onChange: (isOn: boolean) => void,
): Promise<void> {
  let known = false;
  let isFirst = true;
  for await (const topics of client.host.changes({})) {
    // The first item comes at once, and is empty.
    if (!isFirst && !topics.includes('kiosk')) continue;
    isFirst = false;
    const { isOn } = await client.kiosk.state({});
    if (isOn === known) continue;
    known = isOn;
    onChange(isOn);
  }
}
