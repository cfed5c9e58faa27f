/** Milliseconds of this process's own work: what others do on the machine takes nothing of it. */
export const ownTime = (work: () => void): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};
