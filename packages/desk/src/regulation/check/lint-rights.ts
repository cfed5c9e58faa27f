import type { Package, Service } from '../regulation.ts';
import type { LintContext } from './lint-context.ts';

/** Channels whose address the desk makes itself: its own pages. */
const OWN_PAGES = ['portal', 'web-form'];

const lintChannels = ({ regulation, problems }: LintContext): void => {
  const { addresses, packages, entitlement } = regulation;
  const given = new Set(packages.flatMap(({ channels }) => channels.map(({ channel }) => channel)));
  const { otherChannel } = entitlement;
  for (const [index, { channel, purpose }] of addresses.entries())
    if (purpose === 'support' && !given.has(channel) && otherChannel.kind === 'no-promise')
      problems.add('address-for-nobody', ['addresses', index], { channel });
  for (const channel of given) {
    const published = addresses.some((one) => one.channel === channel && one.purpose === 'support');
    const first = packages.find(({ channels }) => channels.some((one) => one.channel === channel));
    if (!published && !OWN_PAGES.includes(channel) && first !== undefined)
      problems.add('channel-without-address', ['packages', first.id, 'channels'], { channel });
  }
  if (otherChannel.kind === 'as' && !given.has(otherChannel.channel))
    problems.add('other-channel-nobody', ['entitlement', 'other-channel'], { channel: otherChannel.channel });
};

const lintCabinet = ({ regulation, problems }: LintContext, held: Package): void => {
  if (held.cabinet !== false) return;
  const { id: packageId } = held;
  const path = ['packages', packageId];
  const without: readonly (string | number)[] = [...path, 'cabinet'];
  if (held.channels.some(({ channel }) => channel === 'portal'))
    problems.addBoth('portal-without-cabinet', [[...path, 'channels'], without], { packageId });
  if (held.registeredIn === 'cabinet')
    problems.addBoth('registered-in-missing-cabinet', [[...path, 'registered-in'], without], { packageId });
  const through = regulation.certificates?.renewal?.through ?? null;
  const isSold = regulation.certificates?.offers.some(
    ({ packages }) => packages === null || packages.includes(packageId),
  );
  if (through !== null && isSold === true && through.every((channel) => channel === 'portal'))
    problems.addBoth('renewal-needs-cabinet', [['certificates', 'renewal', 'through'], without], {
      packageId,
    });
};

const isGiven = ({ packages }: Service): boolean => Object.values(packages).some((level) => level !== 'no');

const lintService = ({ regulation, problems }: LintContext, service: Service): void => {
  const path = ['services', service.id];
  // An exclusion that is the service's no says what the customer is told.
  const excluded = regulation.exclusions.some((one) => one.service === service.id);
  if (!isGiven(service) && service.instead === null && !excluded)
    problems.add('service-nobody', path, { service: service.id });
  const conditional = Object.entries(service.packages)
    .filter(([, level]) => level === 'conditional')
    .map(([id]) => id);
  if (conditional.length > 0 && service.when === null)
    problems.add('conditional-without-when', [...path, 'packages'], {
      service: service.id,
      packages: conditional.join(', '),
    });
  if (conditional.length === 0 && service.when !== null)
    problems.add('when-without-conditional', [...path, 'when'], { service: service.id });
};

/** What the service matrix gives, and an exclusion that always holds refuses. */
const lintExclusions = ({ regulation, problems }: LintContext): void => {
  for (const { id, packages, service, when } of regulation.exclusions) {
    const given = when === null ? regulation.services.find((one) => one.id === service) : undefined;
    const both = Object.entries(given?.packages ?? {}).filter(
      ([packageId, level]) =>
        level !== 'no' && level !== 'conditional' && (packages === null || packages.includes(packageId)),
    );
    if (given === undefined || both.length === 0) continue;
    const paths = [
      ['exclusions', id, 'service'],
      ['services', given.id, 'packages'],
    ] as const;
    const names = both.map(([packageId]) => packageId).join(', ');
    problems.addBoth('exclusion-of-included-service', paths, { service: given.id, packages: names });
  }
};

const lintWorks = ({ regulation, problems }: LintContext): void => {
  const { works, services } = regulation;
  const asked = [
    [['works', 'visit', 'service'], works.visit?.service ?? null],
    [['works', 'remote-session', 'service'], works.remoteSession?.service ?? null],
  ] as const;
  for (const [path, id] of asked) {
    const service = services.find((one) => one.id === id);
    if (service !== undefined && !isGiven(service))
      problems.addBoth('work-for-nobody', [path, ['services', service.id]], { service: service.id });
  }
};

const lintFallbacks = ({ regulation, problems }: LintContext): void => {
  const { entitlement, packages } = regulation;
  const fallbacks = [
    ['unknown-sender', entitlement.unknownSenderPackage],
    ['without-package', entitlement.uncoveredPackage],
  ] as const;
  for (const [key, packageId] of fallbacks) {
    const held = packages.find(({ id }) => id === packageId);
    if (held !== undefined && held.onlyFrom !== null)
      problems.addBoth(
        'fallback-not-served',
        [
          ['entitlement', key],
          ['packages', held.id, 'only-from'],
        ],
        { packageId: held.id },
      );
  }
};

/** Channels, cabinets and services that nobody can have. */
export const lintRights = (context: LintContext): void => {
  const { regulation, problems } = context;
  lintChannels(context);
  for (const held of regulation.packages) lintCabinet(context, held);
  if (regulation.cabinet !== null && regulation.packages.every(({ cabinet }) => cabinet !== true))
    problems.add('cabinet-for-nobody', ['cabinet']);
  for (const service of regulation.services) lintService(context, service);
  lintExclusions(context);
  lintWorks(context);
  lintFallbacks(context);
};
