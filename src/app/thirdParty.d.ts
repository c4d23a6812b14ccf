// The notices of the packages that a build carries (scripts/vite/thirdParty.ts).
declare module 'virtual:third-party-notices' {
  const notices: string
  export default notices
}
