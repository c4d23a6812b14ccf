// The notices of the packages in a build (scripts/vite/thirdParty.ts).
declare module 'virtual:third-party-notices' {
  const notices: string
  export default notices
}
