import { EngineInstead } from './EngineInstead';
import { LabFailure } from './LabFailure';

/** Why a lab cannot go on, or not with the engine that was asked for. */
export default function Failures() {
  return (
    <>
      <LabFailure />
      <EngineInstead />
    </>
  );
}
