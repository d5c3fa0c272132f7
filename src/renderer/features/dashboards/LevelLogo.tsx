import type { ComponentId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { LogoImage } from '../../components/LogoImage';

interface LevelLogoProps {
  readonly componentId: ComponentId | null;
}

/** The logo of the component that is looked at, else the one of the university; nothing where there is none. */
export function LevelLogo({ componentId }: LevelLogoProps) {
  const { data: logo } = useCall('logos', 'shown', { componentId }, { keepPrevious: true });
  return logo ? <LogoImage png={logo.png} name={logo.owner} /> : null;
}
