import type { connectors } from '../../../shared/contract/connectors';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { ConnectorService } from './connector-service';

export function createConnectorHandlers(service: ConnectorService): GroupHandlers<typeof connectors> {
  return {
    state: () => service.state(),
    turn: ({ service: of, isOn }) => service.turn(of, isOn),
    setKeys: ({ service: of, id, secret }) => service.setKeys(of, { id, secret }),
    forgetKeys: ({ service: of }) => service.forgetKeys(of),
    search: ({ service: of, question }, signal) => service.search(of, question, signal),
    refresh: ({ service: of }, signal) => service.refresh(of, signal),
  };
}
