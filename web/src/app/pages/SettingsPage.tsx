import { FieldSettings } from '@/features/programs/FieldSettings';
import { GeneralSettings } from '@/features/programs/GeneralSettings';
import { NotFound } from './Fallback';
import { useProgram } from './useProgram';

export function SettingsPage() {
  const { data: program } = useProgram();
  if (program === undefined) return null;
  if (!program.can.edit) return <NotFound />;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl px-4 py-6 sm:px-6">
        <GeneralSettings program={program} />
        <FieldSettings program={program} />
      </div>
    </div>
  );
}
