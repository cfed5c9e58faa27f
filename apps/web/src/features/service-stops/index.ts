// What other features show.
export { ContactService } from './contact-service.tsx';
