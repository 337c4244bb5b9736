import { ProgramActivity } from '@/features/activity/ProgramActivity';
import { useProgram } from './useProgram';

export function ActivityPage() {
  const { data: program } = useProgram();
  return (
    program && (
      <div className="h-full overflow-y-auto">
        <ProgramActivity program={program} />
      </div>
    )
  );
}
