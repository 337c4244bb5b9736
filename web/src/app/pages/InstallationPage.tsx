import { InstallationSettingsView } from '@/features/installation/InstallationSettings';

export const InstallationPage = () => <InstallationSettingsView />;
